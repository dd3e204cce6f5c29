//! Facts and rules of cooperation: no input or output, no clock, no async. Time comes in as a value.

mod codes;
mod dialogue;
mod draft;
mod flood;
mod form;
mod ids;
mod lead;
pub mod matching;
pub mod measure;
mod opportunity;
mod organisation;
mod person;
mod problem;
mod proposal;
mod reference;
mod request;

pub(crate) use codes::code_list;
pub use codes::*;
pub use dialogue::*;
pub use draft::*;
pub use flood::{Flood, Judgement};
pub use form::*;
pub use ids::*;
pub use lead::*;
pub use opportunity::*;
pub use organisation::*;
pub use person::*;
pub use problem::*;
pub use proposal::*;
pub use reference::*;
pub use request::*;
