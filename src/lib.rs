//! Puente (bridge): the assistant of a China–Chile innovation cooperation centre.

// 4 · doors: where people come in and answers go out
pub mod web;

// 1 · words: what rooms exchange
pub mod talk;

// 0 · ground: facts and rules
pub mod domain;
