//! Facts and rules of cooperation: no input or output, no clock, no async. Time comes in as a value.

mod codes;
mod ids;
pub mod measure;
mod proposal;

pub use codes::*;
pub use ids::*;
pub use proposal::*;
