//! The product's tests in one binary, so that tantivy and sqlx link once.

#![expect(clippy::unwrap_used, reason = "a test says what it expects by unwrapping it")]

mod backup;
mod burst;
mod calendar;
mod content;
mod desk;
mod desk_talk;
mod doctor;
mod export;
mod faq;
mod faults;
mod forgotten;
mod forms;
mod guard;
mod house;
mod import;
mod locales;
mod matching;
mod pairs;
mod pairs_after;
mod partner;
mod properties;
mod repeats;
mod rights;
mod rooms;
mod serve;
mod sources;
mod staff;
mod standin;
mod standing;
mod stats;
mod store;
mod suggestions;
mod telegram;
mod web;
mod webhook;
