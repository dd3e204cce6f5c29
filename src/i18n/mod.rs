//! Words for people: `locales/` spoken in one of four languages, at the very end of the way.
//! It decides nothing; it only speaks what a [`Text`] names.
//!
//! Decision: no bidirectional isolation marks around arguments. Telegram shows them as strange boxes when a line is copied, our
//! four languages all run left to right, and control characters in what people type are removed here anyway.

mod catalogue;
mod markdown;
mod parity;

use std::sync::Arc;

use fluent_bundle::{FluentArgs, FluentValue, concurrent::FluentBundle};

use crate::{
    domain::Lang,
    talk::{Arg, Text},
};

pub use parity::{Messages, check, messages};

/// The four catalogues. Clones are cheap.
#[derive(Clone)]
pub struct I18n(Arc<[FluentBundle<fluent_bundle::FluentResource>; 4]>);

/// Whether words go where HTML is understood.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Dress {
    Html,
    Plain,
}

impl I18n {
    /// The catalogues that are built in.
    ///
    /// # Panics
    /// When a built-in file does not parse; the tests read every one.
    #[must_use]
    pub fn new() -> Self {
        Self(Arc::new([Lang::Es, Lang::Zh, Lang::En, Lang::Pt].map(catalogue::bundle)))
    }

    /// The words in this language, as HTML of Telegram's subset; what people typed is escaped.
    #[must_use]
    pub fn html(&self, lang: Lang, text: &Text) -> String {
        self.speak(lang, text, Dress::Html)
    }

    /// The words in this language without any markup, for buttons, topics and short notes.
    #[must_use]
    pub fn plain(&self, lang: Lang, text: &Text) -> String {
        self.speak(lang, text, Dress::Plain)
    }

    fn speak(&self, lang: Lang, text: &Text, dress: Dress) -> String {
        match text {
            Text::Say { id, args } => self.say(lang, id, args, dress),
            Text::Typed(typed) => dressed(&harmless(typed), dress),
            Text::Markdown(source) if dress == Dress::Html => markdown::to_html(source),
            Text::Markdown(source) => source.clone(),
            Text::Labels(labels) => dressed(labels.in_lang(lang), dress),
            Text::Joined { parts, between } => {
                let spoken: Vec<String> =
                    parts.iter().map(|part| self.speak(lang, part, dress)).filter(|part| !part.is_empty()).collect();
                spoken.join(between)
            }
        }
    }

    fn say(&self, lang: Lang, id: &str, args: &[(std::borrow::Cow<'static, str>, Arg)], dress: Dress) -> String {
        let bundle = &self.0[lang.index()];
        let Some(pattern) = bundle.get_message(id).and_then(|message| message.value()) else {
            tracing::error!(message.id = id, lang = lang.code(), "a message has no words");
            return id.to_owned();
        };
        let mut spoken = FluentArgs::new();
        for (name, arg) in args {
            match arg {
                Arg::Number(number) => spoken.set(name.clone(), FluentValue::from(*number)),
                Arg::Text(text) => spoken.set(name.clone(), FluentValue::from(self.speak(lang, text, dress))),
                Arg::Date(date) => spoken.set(name.clone(), FluentValue::from(self.date(lang, *date))),
            }
        }
        let mut errors = Vec::new();
        let words = bundle.format_pattern(pattern, Some(&spoken), &mut errors).into_owned();
        if !errors.is_empty() {
            tracing::error!(message.id = id, lang = lang.code(), "a message lacks an argument");
        }
        words
    }

    /// A day as it is written in this language.
    fn date(&self, lang: Lang, date: jiff::civil::Date) -> String {
        let args = [("day", i64::from(date.day())), ("month", i64::from(date.month())), ("year", i64::from(date.year()))];
        let args: Vec<_> = args.into_iter().map(|(name, n)| (name.into(), Arg::Number(n))).collect();
        self.say(lang, "date", &args, Dress::Plain)
    }
}

impl Default for I18n {
    fn default() -> Self {
        Self::new()
    }
}

fn dressed(text: &str, dress: Dress) -> String {
    match dress {
        Dress::Html => markdown::escape(text),
        Dress::Plain => text.to_owned(),
    }
}

/// What a person typed without the characters that reorder or hide the text around them.
fn harmless(typed: &str) -> String {
    typed
        .chars()
        .filter(|c| {
            let reorders =
                matches!(c, '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
            // Joiners stay: without them an emoji of a family falls apart.
            let hides = matches!(c, '\u{ad}' | '\u{115f}' | '\u{1160}' | '\u{180e}' | '\u{200b}' | '\u{2028}' | '\u{2029}'
                | '\u{2060}'..='\u{2064}' | '\u{206a}'..='\u{206f}' | '\u{3164}' | '\u{feff}' | '\u{ffa0}');
            !reorders && !hides && (!c.is_control() || *c == '\n')
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text;

    #[test]
    fn what_people_type_is_shown_as_typed() {
        let words = I18n::new().html(Lang::En, &Text::Typed("<b>Ana</b> & co\u{202e}gnp".into()));
        assert_eq!(words, "&lt;b&gt;Ana&lt;/b&gt; &amp; cognp");
    }

    #[test]
    fn dates_are_written_as_each_language_writes_them() {
        let i18n = I18n::new();
        let text = text!("answer-reviewed", date = jiff::civil::date(2026, 11, 1));
        assert!(i18n.plain(Lang::Es, &text).contains("1 de noviembre de 2026"));
        assert!(i18n.plain(Lang::Zh, &text).contains("2026年11月1日"));
        assert!(i18n.plain(Lang::En, &text).contains("1 November 2026"));
        assert!(i18n.plain(Lang::Pt, &text).contains("1º de novembro de 2026"));
    }
}
