//! Puente (bridge): the assistant of a China–Chile innovation cooperation centre.

// 4 · doors
pub mod telegram;

// 1 · words: what rooms exchange
pub mod talk;

// 0 · ground: facts and rules
pub mod domain;
