//! A request that was sent: its fields, and what matching sees of them. Where it stands is told in `standing`.

use std::collections::BTreeSet;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{
    Country, Extra, Flag, Ipr, Kind, LONGEST_DAYS, Lang, OrgType, Partnership, Proposal, ProposalId, RequestId, Stage,
    Standing, VALID_DAYS, after_days, first_sentences,
};

/// Version of the consent that a request is sent with: the text `consent-request` of `locales/`.
pub const CONSENT_VERSION: &str = "2026-11-25";

/// A request whose every field has been checked: it cannot exist half-filled.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct NewRequest {
    pub kind: Kind,
    /// Organisation's name as its owner wrote it; empty for a consultation by a private person.
    pub organisation: String,
    pub org_type: OrgType,
    pub country: Country,
    /// Leaf ids of the taxonomy, the main one first; empty only for a consultation.
    pub sectors: Vec<String>,
    pub title: String,
    pub description: String,
    pub stage: Stage,
    pub ipr: Ipr,
    pub partnership: BTreeSet<Partnership>,
    pub languages: BTreeSet<Lang>,
    pub contact: String,
    /// What only some kinds have, or only some owners tell.
    #[serde(flatten, default)]
    pub extra: Extra,
    /// What staff must know of it, raised by its words.
    #[serde(default)]
    pub flags: BTreeSet<Flag>,
    /// Messages of the owner's chat that carry files.
    pub files: Vec<crate::domain::Attachment>,
    /// Language in which it was written.
    pub lang: Lang,
    pub consent: Consent,
}

/// A file that belongs to a request.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Attachment {
    /// The message of the owner's chat that carries it.
    pub message: i64,
    pub name: String,
}

/// A yes, with what was said yes to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consent {
    pub version: String,
    pub lang: Lang,
    pub at: Timestamp,
}

/// Characters of a summary, at most.
pub const SUMMARY: usize = 500;
/// Characters of a gist, at most.
pub const GIST: usize = 300;

impl NewRequest {
    /// The summary that its owner wrote, or else the first sentences of the description.
    #[must_use]
    pub fn summary(&self) -> String {
        self.extra.summary.clone().unwrap_or_else(|| first_sentences(&self.description, SUMMARY))
    }

    /// A few words of English: its owner's gist, or the beginning of what was written in English anyway.
    #[must_use]
    pub fn gist_en(&self) -> Option<String> {
        let own = self.extra.gist_en.clone();
        own.or_else(|| (self.lang == Lang::En).then(|| first_sentences(&self.description, GIST)))
    }

    /// All that was written about the matter itself, for whoever looks for words in it.
    #[must_use]
    pub fn words(&self) -> String {
        let extra = &self.extra;
        let texts = [&extra.summary, &extra.specifics, &extra.partner_role, &extra.gist_en, &extra.call];
        let mut words = vec![self.title.as_str(), self.description.as_str()];
        words.extend(texts.into_iter().flatten().map(String::as_str));
        words.extend(extra.keywords.iter().map(String::as_str));
        words.join("\n")
    }

    /// The moment from which a request that is sent now no longer holds: what its owner said, or the deadline of the call, or
    /// half a year; never more than a year.
    #[must_use]
    pub fn valid_until(&self, at: Timestamp) -> Timestamp {
        let day = self.extra.until.or_else(|| self.extra.deadline());
        let end = day.and_then(|day| day.tomorrow().ok()?.to_zoned(jiff::tz::TimeZone::UTC).ok()).map(|end| end.timestamp());
        // A day that is over says nothing about the future.
        end.filter(|end| *end > at).unwrap_or_else(|| after_days(at, VALID_DAYS)).min(after_days(at, LONGEST_DAYS))
    }

    /// What matching sees of it: no name, no contact.
    #[must_use]
    pub fn proposal(&self, id: RequestId, standing: &Standing) -> Proposal {
        let extra = &self.extra;
        let told = [Some(self.description.as_str()), extra.specifics.as_deref(), extra.partner_role.as_deref()];
        let keywords = extra.keywords.join(" ");
        let summary: Vec<&str> =
            told.into_iter().flatten().chain([keywords.as_str()]).filter(|text| !text.is_empty()).collect();
        Proposal {
            id: ProposalId::Request(id),
            organisation: None,
            kind: self.kind,
            country: self.country,
            targets: extra.targets(),
            org_type: self.org_type,
            partner_types: extra.partner_types.clone(),
            sectors: self.sectors.clone(),
            lang: self.lang,
            title: self.title.clone(),
            summary: summary.join("\n"),
            gist_en: self.gist_en(),
            stage: self.stage,
            ipr: self.ipr,
            partnership: self.partnership.clone(),
            languages: self.languages.clone(),
            flags: self.flags.clone(),
            open: standing.state.is_matched(),
            valid_until: Some(standing.valid_until),
            period: extra.period,
            call: extra.call.clone(),
            budget: extra.budget,
            confirmed_at: standing.confirmed_at,
        }
    }
}
