//! What one side brings to a match: the part of a request or of an opportunity that the rules look at.
//! It holds no name and no contact, so that nothing built from it can show one.

use std::collections::BTreeSet;

use jiff::{Timestamp, civil::Date};
use serde::{Deserialize, Serialize};

use super::{Budget, Country, Flag, Ipr, Kind, Lang, OpportunityId, OrgType, OrganisationId, Partnership, RequestId, Stage};

/// Where a proposal stands in the store.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum ProposalId {
    Request(RequestId),
    Opportunity(OpportunityId),
}

/// Which countries a side wants its partner from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Targets {
    /// Any country but one's own.
    Abroad,
    Only(BTreeSet<Country>),
}

impl Targets {
    /// Whether a side at `home` with these targets wants a partner in `country`. Two countries that are not in the list
    /// count as different: a person sees the pair before anybody is told.
    #[must_use]
    pub fn admit(&self, home: Country, country: Country) -> bool {
        match self {
            Self::Abroad => country != home || country == Country::Other,
            Self::Only(countries) => countries.contains(&country),
        }
    }
}

/// The days between which a side can work together, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Period {
    pub from: Date,
    pub until: Date,
}

impl Period {
    /// Whether the two share at least one day.
    #[must_use]
    pub fn overlaps(self, other: Self) -> bool {
        self.from <= other.until && other.from <= self.until
    }
}

/// One side of a possible match.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Proposal {
    pub id: ProposalId,
    /// The organisation behind it, only to keep it from meeting itself.
    pub organisation: Option<OrganisationId>,
    pub kind: Kind,
    pub country: Country,
    pub targets: Targets,
    pub org_type: OrgType,
    /// Partner types wanted; empty means any.
    pub partner_types: BTreeSet<OrgType>,
    /// Leaf ids of the taxonomy, the main one first.
    pub sectors: Vec<String>,
    /// Language of `title` and `summary`.
    pub lang: Lang,
    pub title: String,
    pub summary: String,
    /// One short English gist, where somebody has written it.
    pub gist_en: Option<String>,
    pub stage: Stage,
    pub ipr: Ipr,
    pub partnership: BTreeSet<Partnership>,
    /// Working languages; empty means that nobody has said.
    pub languages: BTreeSet<Lang>,
    /// When the cooperation could take place.
    #[serde(default)]
    pub period: Option<Period>,
    /// Identifier of the funding call that it answers, as the side wrote it.
    #[serde(default)]
    pub call: Option<String>,
    #[serde(default)]
    pub budget: Option<Budget>,
    pub flags: BTreeSet<Flag>,
    /// Approved, not paused, and its owner's consent is live.
    pub open: bool,
    /// The moment from which it no longer holds; none means without end.
    pub valid_until: Option<Timestamp>,
    /// When its owner last said that it still holds.
    pub confirmed_at: Timestamp,
}
