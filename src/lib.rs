//! Puente (bridge): the assistant of a China–Chile innovation cooperation centre.

pub mod domain;

pub mod text;

pub mod faq;
pub mod matching;

pub mod cli;
