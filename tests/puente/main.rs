//! One binary for every integration test, so that they link once.

mod web;
