//! The product's tests in one binary, so that tantivy and sqlx link once.

mod content;
mod faq;
mod house;
mod locales;
mod matching;
mod partner;
mod rooms;
mod sources;
mod staff;
mod standin;
mod telegram;
mod web;
