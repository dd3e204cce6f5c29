//! A request that was sent, and the named moves of its state.

use std::collections::BTreeSet;

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{Country, Ipr, Kind, Lang, OrgType, Partnership, Proposal, ProposalId, RequestId, Stage, Targets, code_list};

/// Version of the consent that a request is sent with: the text `consent-request` of `locales/`.
pub const CONSENT_VERSION: &str = "2026-11-25";

/// How long a request stays open unless its owner says otherwise, in days.
pub const VALID_DAYS: i64 = 180;

code_list! {
    /// Where a request stands.
    RequestState, "request" {
        /// Sent; staff have not looked yet.
        Submitted = "submitted",
        /// A person works on it.
        Open = "open",
        /// Staff closed its lead.
        Closed = "closed",
        Withdrawn = "withdrawn",
    }
}

impl RequestState {
    /// Whether its owner may still change or withdraw it.
    #[must_use]
    pub fn is_live(self) -> bool {
        matches!(self, Self::Submitted | Self::Open)
    }
}

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

impl NewRequest {
    /// What matching sees of it: no name, no contact.
    #[must_use]
    pub fn proposal(&self, id: RequestId, sent_at: Timestamp, state: RequestState) -> Proposal {
        Proposal {
            id: ProposalId::Request(id),
            organisation: None,
            kind: self.kind,
            country: self.country,
            targets: Targets::Abroad,
            org_type: self.org_type,
            partner_types: BTreeSet::new(),
            sectors: self.sectors.clone(),
            lang: self.lang,
            title: self.title.clone(),
            summary: self.description.clone(),
            gist_en: None,
            stage: self.stage,
            ipr: self.ipr,
            partnership: self.partnership.clone(),
            languages: self.languages.clone(),
            flags: BTreeSet::new(),
            open: state.is_live(),
            valid_until: sent_at.checked_add(jiff::SignedDuration::from_hours(24 * VALID_DAYS)).ok(),
            period: None,
            call: None,
            budget: None,
            confirmed_at: sent_at,
        }
    }
}
