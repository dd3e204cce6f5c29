//! Why somebody who seems to fit is not among the matches: the gates that keep alike texts apart, for staff only.
//! It names nobody, and changes nothing.

use anyhow::Result;
use jiff::Timestamp;

use super::super::Rooms;
use crate::{domain::matching::Gate, store::RequestRow, talk::Text, text};

/// How many are alike and cannot be suggested, by the gate that is shut; none when there are none.
pub fn shut_out(rooms: &Rooms, request: &RequestRow, now: Timestamp) -> Result<Option<Text>> {
    let shut = rooms.matching.shut_out(&request.proposal(), now)?;
    if shut.is_empty() {
        return Ok(None);
    }
    let line = |(gate, count): (Gate, usize)| {
        let count = i64::try_from(count).unwrap_or(i64::MAX);
        text!("staff-shut-out-line", count = count, gate = Text::of_code(Gate::LIST, gate.code()))
    };
    Ok(Some(Text::lines([text!("staff-shut-out")].into_iter().chain(shut.into_iter().map(line)))))
}
