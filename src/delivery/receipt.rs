//! Receipts: what became of what the staff sent to a partner, told under their own message, in words that say what to do.

use std::time::Duration;

use anyhow::Result;
use jiff::Timestamp;

use super::{Delivery, Outcome};
use crate::{
    store::{Due, Tx},
    talk::{Place, Post, Reply, Text},
    text,
};

/// A wait shorter than this is over before anybody has read of it.
const WORTH_TELLING: Duration = Duration::from_secs(5);

impl Delivery {
    /// Tells the staff, under their own message, what became of it.
    pub(super) async fn receipt(&self, tx: &mut Tx<'_>, due: &Due, outcome: &Outcome, now: Timestamp) -> Result<()> {
        let (lead, to) = match &due.post {
            Post::ToPartner { lead, receipt_for, .. }
            | Post::Correct { lead, receipt_for, .. }
            | Post::Unsay { lead, receipt_for, .. } => (*lead, *receipt_for),
            _ => return Ok(()),
        };
        let Some(words) = words(due, outcome) else { return Ok(()) };
        let reply = Reply::soon(Place::Lead(lead), Post::Answer { message: words.into(), to });
        tx.post(&reply, now).await?;
        self.posted.notify_one();
        Ok(())
    }
}

/// Whether staff are told what becomes of this row.
pub(super) fn is_owed(due: &Due) -> bool {
    matches!(due.post, Post::ToPartner { .. } | Post::Correct { .. } | Post::Unsay { .. })
}

fn words(due: &Due, outcome: &Outcome) -> Option<Text> {
    Some(match (outcome, &due.post) {
        (Outcome::Sent(Some(_)), Post::Correct { .. }) => text!("receipt-corrected"),
        (Outcome::Sent(_), Post::Unsay { .. }) => text!("receipt-taken-back"),
        (Outcome::Sent(None), Post::Correct { .. }) | (Outcome::Sent(_), _) => text!("receipt-sent"),
        // Told once: the next tries of the same message are silent until one succeeds or the last has failed.
        (Outcome::RetryAt { .. }, _) if due.attempts > 0 => return None,
        (Outcome::RetryAt { wait, whole_door: true, .. }, _) if *wait >= WORTH_TELLING => {
            text!("receipt-waiting", seconds = i64::try_from(wait.as_secs()).unwrap_or(0))
        }
        (Outcome::RetryAt { whole_door: false, .. }, _) => text!("receipt-no-answer"),
        (Outcome::RetryAt { .. }, _) => return None,
        (Outcome::Unreachable(why), _) => unreachable_words(why),
        (Outcome::Refused(why), _) => text!("receipt-refused", why = why.as_str()),
    })
}

/// Telegram says in one English sentence why somebody cannot be written to; what is to be done differs.
fn unreachable_words(why: &str) -> Text {
    let why = why.to_lowercase();
    if why.contains("blocked") {
        text!("receipt-blocked")
    } else if why.contains("deactivated") {
        text!("receipt-account-gone")
    } else {
        text!("receipt-failed")
    }
}
