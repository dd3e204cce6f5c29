//! Words for people, before any language is chosen: a message id with its arguments. `i18n` speaks them at the very end.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::domain::Lang;

/// The same name in each language, by [`Lang::index`].
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Labels(pub [String; 4]);

impl Labels {
    /// The name in this language.
    #[must_use]
    pub fn in_lang(&self, lang: Lang) -> &str {
        &self.0[lang.index()]
    }
}

/// Something to be said, in no language yet.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Text {
    /// A message of `locales/`.
    Say { id: Cow<'static, str>, args: Vec<(Cow<'static, str>, Arg)> },
    /// Words that a person typed: shown as typed, whatever they contain.
    Typed(String),
    /// Checked content in light Markdown: the answers of the FAQ.
    Markdown(String),
    /// A name that data gives in each language.
    Labels(Labels),
    /// Parts with a separator between them; empty parts leave none.
    Joined { parts: Vec<Text>, between: String },
}

/// An argument of a message; texts are escaped when they are spoken.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Arg {
    Number(i64),
    Date(jiff::civil::Date),
    Text(Text),
}

impl Text {
    /// A message without arguments whose id is made from data, such as a code list's item.
    #[must_use]
    pub fn of_code(list: &str, code: &str) -> Self {
        Self::Say { id: Cow::Owned(format!("{list}-{code}")), args: Vec::new() }
    }

    /// Parts one under the other.
    #[must_use]
    pub fn lines(parts: impl IntoIterator<Item = Self>) -> Self {
        Self::Joined { parts: parts.into_iter().collect(), between: "\n".into() }
    }

    /// Parts with an empty line between them.
    #[must_use]
    pub fn paragraphs(parts: impl IntoIterator<Item = Self>) -> Self {
        Self::Joined { parts: parts.into_iter().collect(), between: "\n\n".into() }
    }

    /// Parts in one line, as a list.
    #[must_use]
    pub fn listed(parts: impl IntoIterator<Item = Self>) -> Self {
        Self::Joined { parts: parts.into_iter().collect(), between: " · ".into() }
    }

    /// Nothing to say.
    #[must_use]
    pub fn empty() -> Self {
        Self::Typed(String::new())
    }
}

impl From<Text> for Arg {
    fn from(text: Text) -> Self {
        Self::Text(text)
    }
}
impl From<&str> for Arg {
    fn from(typed: &str) -> Self {
        Self::Text(Text::Typed(typed.to_owned()))
    }
}
impl From<String> for Arg {
    fn from(typed: String) -> Self {
        Self::Text(Text::Typed(typed))
    }
}
impl From<&String> for Arg {
    fn from(typed: &String) -> Self {
        Self::from(typed.as_str())
    }
}
impl From<i64> for Arg {
    fn from(number: i64) -> Self {
        Self::Number(number)
    }
}
impl From<jiff::civil::Date> for Arg {
    fn from(date: jiff::civil::Date) -> Self {
        Self::Date(date)
    }
}

/// A message of `locales/` with its arguments: `text!("request-taken", number = n)`.
#[macro_export]
macro_rules! text {
    ($id:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::talk::Text::Say {
            id: ::std::borrow::Cow::Borrowed($id),
            args: vec![$((::std::borrow::Cow::Borrowed(stringify!($name)), $crate::talk::Arg::from($value))),*],
        }
    };
}
