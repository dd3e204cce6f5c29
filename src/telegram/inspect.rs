//! What is wrong between the bot and Telegram, for admins: token, way, rights in the staff chat, webhook, clock. Changes nothing.

use std::time::Duration;

use serde_json::{Value, json};

use super::{Bot, Telegram, wire::Failure};
use crate::{talk::Text, text};

/// How long each question may take: somebody waits for the whole list.
const PATIENCE: Duration = Duration::from_secs(8);
/// A clock that is further off than this dates reminders and backups wrongly.
const CLOCK_WITHIN: i64 = 60;
/// More updates than this that Telegram could not hand over are a backlog.
const FEW_UPDATES: i64 = 100;

impl Telegram {
    /// Asks Telegram how the bot stands. `webhook` is the address where updates are wanted; none where they are polled.
    pub async fn faults(&self, staff_chat: Option<i64>, webhook: Option<&str>) -> Vec<Text> {
        let me = match self.0.ask("getMe", &json!({})).await {
            Ok(me) => me,
            Err(Failure::Answer { code: 401 | 404, .. }) => return vec![text!("fault-token-refused")],
            Err(failure) => return vec![text!("fault-api-unreachable", why = failure.to_string())],
        };
        let mut found = Vec::new();
        if let Some(seconds) = self.0.wire.clock_ahead().filter(|seconds| seconds.abs() > CLOCK_WITHIN) {
            found.push(text!("fault-clock-skew", seconds = seconds));
        }
        match self.0.ask("getWebhookInfo", &json!({})).await {
            Ok(info) => found.extend(webhook_faults(&info, webhook)),
            Err(failure) => found.push(text!("fault-api-unreachable", why = failure.to_string())),
        }
        if let Some(chat) = staff_chat {
            found.extend(self.0.staff_chat_faults(chat, &me).await);
        }
        found
    }
}

impl Bot {
    async fn ask(&self, method: &str, request: &Value) -> Result<Value, Failure> {
        self.wire.json(method, request, PATIENCE).await
    }

    async fn staff_chat_faults(&self, chat: i64, me: &Value) -> Vec<Text> {
        let shown = match self.ask("getChat", &json!({"chat_id": chat})).await {
            Ok(shown) => shown,
            Err(Failure::Answer { code: 400 | 403, .. }) => {
                return vec![text!("fault-not-in-staff-chat", chat = number(chat))];
            }
            Err(failure) => return vec![text!("fault-api-unreachable", why = failure.to_string())],
        };
        let member = match self.ask("getChatMember", &json!({"chat_id": chat, "user_id": me["id"]})).await {
            Ok(member) => member,
            Err(Failure::Answer { .. }) => json!({"status": "left"}),
            Err(failure) => return vec![text!("fault-api-unreachable", why = failure.to_string())],
        };
        let status = member["status"].as_str().unwrap_or_default();
        if matches!(status, "left" | "kicked") {
            return vec![text!("fault-not-in-staff-chat", chat = number(chat))];
        }
        let may = |right: &str| status == "creator" || (status == "administrator" && member[right] == json!(true));
        let mut found = Vec::new();
        if shown["is_forum"] != json!(true) {
            found.push(text!("fault-topics-off"));
        } else if !may("can_manage_topics") {
            found.push(text!("fault-cannot-manage-topics"));
        }
        if !may("can_pin_messages") {
            found.push(text!("fault-cannot-pin"));
        }
        // An admin of the group hears everything there, whatever its privacy.
        if me["can_read_all_group_messages"] == json!(false) && status == "member" {
            found.push(text!("fault-privacy-mode"));
        }
        found
    }
}

/// A chat's number as it is written in the settings, without the marks of a long number.
fn number(chat: i64) -> String {
    chat.to_string()
}

fn webhook_faults(info: &Value, wanted: Option<&str>) -> Vec<Text> {
    let mut found = Vec::new();
    let set = info["url"].as_str().unwrap_or_default();
    match wanted {
        None if !set.is_empty() => found.push(text!("fault-webhook-left", url = set)),
        Some(wanted) if set.is_empty() => found.push(text!("fault-webhook-missing", url = wanted)),
        Some(wanted) if set != wanted => found.push(text!("fault-webhook-elsewhere", url = set)),
        Some(_) => {
            if let Some(why) = info["last_error_message"].as_str() {
                found.push(text!("fault-webhook-failing", why = why));
            }
        }
        None => {}
    }
    if let Some(waiting) = info["pending_update_count"].as_i64().filter(|waiting| *waiting > FEW_UPDATES) {
        found.push(text!("fault-updates-waiting", count = waiting));
    }
    found
}
