//! The commands that people type, and how a line becomes one.

use crate::domain::code_list;

code_list! {
    /// A typed command; who may use it is checked where it is carried out.
    Command, "command" {
        Start = "start", Help = "help", Ask = "ask", Browse = "browse", Request = "request", Requests = "requests",
        Status = "status", Language = "language", Privacy = "privacy", MyData = "mydata", Forget = "forget",
        Human = "human", Cancel = "cancel",
        Queue = "queue", Next = "next", Mine = "mine", Lead = "lead", Claim = "claim", Reply = "reply", Note = "note",
        Close = "close", Reopen = "reopen", Introduce = "introduce", Export = "export",
        Undo = "undo", Snooze = "snooze", Assign = "assign", Stats = "stats", Me = "me", Find = "find", History = "history",
        Canned = "canned", Merge = "merge", Tag = "tag",
        Reindex = "reindex", Gaps = "gaps", Health = "health", Ban = "ban", Unban = "unban", Readers = "readers",
        /// A line that begins with a slash and is none of ours.
        Unknown = "unknown",
    }
}

impl Command {
    /// What partners see in their menu, in this order.
    pub const PARTNER: &[Self] = &[
        Self::Start,
        Self::Ask,
        Self::Browse,
        Self::Request,
        Self::Requests,
        Self::Status,
        Self::Human,
        Self::Language,
        Self::Privacy,
        Self::MyData,
        Self::Forget,
        Self::Help,
        Self::Cancel,
    ];
    /// What members of the staff chat see in theirs.
    pub const STAFF: &[Self] = &[
        Self::Queue,
        Self::Next,
        Self::Mine,
        Self::Me,
        Self::Lead,
        Self::Claim,
        Self::Reply,
        Self::Canned,
        Self::Undo,
        Self::Note,
        Self::Tag,
        Self::Snooze,
        Self::Assign,
        Self::Close,
        Self::Reopen,
        Self::Merge,
        Self::Find,
        Self::History,
        Self::Stats,
        Self::Introduce,
        Self::Export,
        Self::Help,
    ];
    /// What admins see beside the partner's commands.
    pub const ADMIN: &[Self] = &[Self::Reindex, Self::Gaps, Self::Health, Self::Ban, Self::Unban, Self::Readers];

    /// The command at the head of a line and what stands behind it; none when the line is no command.
    ///
    /// `/ask@puente_bot how` reads as `/ask how`; a command for another bot (`/ask@other`) is none of ours, so none too.
    #[must_use]
    pub fn read<'a>(line: &'a str, own_name: Option<&str>) -> Option<(Self, &'a str)> {
        let body = line.trim_start().strip_prefix('/')?;
        let end = body.find(char::is_whitespace).unwrap_or(body.len());
        let (head, rest) = body.split_at(end);
        let (name, addressee) = head.split_once('@').unwrap_or((head, ""));
        if name.is_empty() || !name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_') {
            return None;
        }
        if !addressee.is_empty() && own_name.is_some_and(|own| !own.eq_ignore_ascii_case(addressee)) {
            return None;
        }
        let command = Self::parse(&name.to_ascii_lowercase()).unwrap_or(Self::Unknown);
        Some((command, rest.trim()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_a_command_only_when_it_is_ours() {
        assert_eq!(Command::read("/ask@Puente_bot  RUT? ", Some("puente_bot")), Some((Command::Ask, "RUT?")));
        assert_eq!(Command::read("/ask@other x", Some("puente_bot")), None);
        assert_eq!(Command::read("/nonsense", None), Some((Command::Unknown, "")));
        assert_eq!(Command::read("/ is a slash", None), None);
        assert_eq!(Command::read("2/3 of it", None), None);
    }
}
