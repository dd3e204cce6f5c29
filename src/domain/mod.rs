//! Facts and rules of cooperation: no input or output, no clock, no async. Time comes in as a value.

mod codes;
mod ids;
pub mod matching;
pub mod measure;
mod opportunity;
mod organisation;
mod problem;
mod proposal;

pub use codes::*;
pub use ids::*;
pub use opportunity::*;
pub use organisation::*;
pub use problem::*;
pub use proposal::*;
