//! The product's tests in one binary, so that tantivy and sqlx link once.

#![expect(clippy::unwrap_used, reason = "a test says what it expects by unwrapping it")]

mod content;
mod faq;
mod house;
mod locales;
mod matching;
mod pairs;
mod pairs_after;
mod partner;
mod rooms;
mod serve;
mod sources;
mod staff;
mod standin;
mod store;
mod telegram;
mod web;
