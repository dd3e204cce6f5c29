//! Matching.

pub mod directory;
mod source;
pub mod taxonomy;
mod terms;
