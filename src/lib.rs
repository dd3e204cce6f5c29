//! Puente (bridge): the assistant of a China–Chile innovation cooperation centre.
//!
//! The rooms, from the roof down. A room may use any lower floor, never its own and never a higher one;
//! `tests/puente/rooms.rs` keeps it so.

/// Reads and writes people, requests, leads and the outbox: the only room that knows SQL.
pub mod store;

/// Cuts words of four languages into what can be searched.
pub mod text;

/// The words that rooms exchange.
pub mod talk;

/// Facts and rules: no input or output, no clock.
pub mod domain;
