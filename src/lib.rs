//! Puente (bridge): the assistant of a China–Chile innovation cooperation centre.
//!
//! The rooms, from the roof down. A room may use any lower floor, never its own and never a higher one;
//! `tests/puente/rooms.rs` keeps it so.

/// What a person types in a terminal: wires everything.
pub mod cli;

/// Environment and file into checked settings.
pub mod config;
/// The door to Telegram.
pub mod telegram;
/// The door of the web page.
pub mod web;

/// The out-half: everything said leaves from here, in order, within each door's limits.
pub mod delivery;
/// The in-half: what each thing a person does means, and what is kept and said because of it.
pub mod handlers;

/// When the centres work: zones, hours and holidays, read from content.
pub mod calendar;
/// Answers from a checked FAQ, or says honestly that there is none.
pub mod faq;
/// Speaks four languages.
pub mod i18n;
/// Who could work with whom, and why.
pub mod matching;
/// Draws figures as a picture for a chat.
pub mod picture;
/// What the staff say again and again, in every language, read from content.
pub mod replies;
/// People, requests, leads and the outbox: the only room that knows SQL.
pub mod store;

/// Rows and columns, read from and written to CSV, XLSX and JSON lines.
pub mod tables;
/// Cuts words of four languages into what can be searched.
pub mod text;

/// The words that rooms exchange.
pub mod talk;

/// Facts and rules: no input or output, no clock.
pub mod domain;
