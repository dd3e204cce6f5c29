//! The product's tests in one binary, so that tantivy and sqlx link once.

mod content;
mod faq;
mod matching;
mod house;
mod locales;
mod rooms;
mod sources;
