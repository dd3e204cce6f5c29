//! The product's tests in one binary, so that tantivy and sqlx link once.

#![expect(clippy::unwrap_used, reason = "a test says what it expects by unwrapping it")]

mod backup;
mod content;
mod doctor;
mod faq;
mod faults;
mod guard;
mod house;
mod locales;
mod matching;
mod partner;
mod properties;
mod rights;
mod rooms;
mod serve;
mod sources;
mod staff;
mod standin;
mod store;
mod telegram;
mod web;
mod webhook;
