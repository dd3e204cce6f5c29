//! The consents that a person may give, each by itself and each taken back as easily as it was given.

use super::{CONSENT_VERSION, Country, code_list};

code_list! {
    /// What a person says yes to. Refusing any but the first keeps nothing else from them.
    ConsentKind, "consent-kind" {
        /// Keep and work on my request; asked by the form.
        Process = "request",
        /// Show my card without a name to possible partners in a country.
        Card = "card",
        /// Give my name and contact to this one partner; asked per match.
        Release = "release",
        /// Let staff of the partner centre in the other country read my data.
        Abroad = "abroad",
        /// News and events.
        News = "news",
    }
}

impl ConsentKind {
    /// The version of its text in `locales/`; a new text needs a new version, and a yes to the old one is none to the new.
    #[must_use]
    pub fn version(self) -> &'static str {
        match self {
            Self::Process => CONSENT_VERSION,
            Self::Card | Self::Release | Self::Abroad | Self::News => "2026-11-25",
        }
    }

    /// Whether the yes is to one country.
    #[must_use]
    pub fn names_a_country(self) -> bool {
        matches!(self, Self::Card | Self::Abroad)
    }
}

/// The country on the other side of the bridge: where partners of somebody at home here are looked for first.
#[must_use]
pub fn other_shore(home: Country) -> Country {
    if home == Country::Cn { Country::Cl } else { Country::Cn }
}
