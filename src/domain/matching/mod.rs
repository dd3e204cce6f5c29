//! The rules of a match: gates that must all open, then integer points whose sum is the score.
//! Pure: what the texts share comes in as a [`TextFit`], and no word for people is made here, only codes and facts.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::codes::code_list;
use super::{Ipr, Lang, OrgType, OrganisationId, Partnership, ProposalId, Stage};

mod gate;
mod points;
#[cfg(test)]
mod samples;

pub use gate::gate;
pub use points::score;

/// Frozen with every match, so that an old score can be told from one by other rules.
pub const RULES_VERSION: u32 = 3;
/// From this total on a counterpart is suggested.
pub const SUGGEST_FROM: u8 = 55;
/// From this total on it is on the staff's "maybe" list.
pub const MAYBE_FROM: u8 = 40;
/// What subject and sector must give of their sixty: two who agree in everything but what it is about are no pair.
pub const IN_COMMON_FROM: u8 = 15;
/// At most this many counterparts are suggested for one request within a week.
pub const SUGGESTIONS: usize = 5;
/// In at most this many suggestions and offers does an organisation stand at once, so that none is everybody's match.
pub const OFFERS: usize = 3;

code_list! {
    /// Why two proposals may not be matched at all; spoken by the id `gate-<code>`.
    Gate, "gate" {
        /// The same proposal, or the same organisation behind both.
        SameOrganisation = "same-organisation",
        /// The kinds do not complement each other.
        Kind = "kind",
        /// One side is not approved, is paused, or has withdrawn its consent.
        Closed = "closed",
        /// One side's deadline has passed.
        Expired = "expired",
        /// A flag of one side leaves the search to staff.
        Flagged = "flagged",
        /// One side is not in a country where the other looks.
        Country = "country",
        /// One side is not of a type that the other wants.
        PartnerType = "partner-type",
        /// The offer is more than one stage short of what is wanted.
        Stage = "stage",
    }
}

code_list! {
    /// Why a pair is not suggested that has points enough.
    Cap, "cap" {
        /// The request has had its suggestions of the week.
        Week = "week",
        /// The organisation stands in enough offers.
        Organisation = "organisation",
    }
}

code_list! {
    /// A part of the score.
    PartKind, "part" {
        Subject = "subject",
        Sector = "sector",
        Partnership = "partnership",
        Stage = "stage",
        Profile = "profile",
        Language = "language",
        Timing = "timing",
        Freshness = "freshness",
    }
}

impl PartKind {
    /// The most points that the part can give; all together are 100.
    #[must_use]
    pub fn limit(self) -> u8 {
        match self {
            Self::Subject => 40,
            Self::Sector => 20,
            Self::Partnership => 12,
            Self::Stage | Self::Profile => 8,
            Self::Language | Self::Timing => 5,
            Self::Freshness => 2,
        }
    }
}

code_list! {
    /// What the points of a part rest on.
    Basis, "basis" {
        /// Both sides said it.
        Known = "known",
        /// At least one side did not say it: half of the part, and something to ask.
        Unknown = "unknown",
        /// The rule does not apply to these kinds: the whole part, because nothing is missing.
        NotAsked = "not-asked",
    }
}

code_list! {
    /// How the texts of two sides could be compared.
    Bridge, "bridge" {
        /// Words of one language.
        Words = "words",
        /// The English gists.
        Gist = "gist",
        /// Pieces of words that Spanish, Portuguese and English share.
        Kinship = "kinship",
        /// Terms that mean the same, numbers, names and acronyms.
        Terms = "terms",
    }
}

code_list! {
    /// How near the sectors of two sides are, nearest first.
    SectorFit, "sector-fit" {
        MainLeaf = "main-leaf",
        Leaf = "leaf",
        Sector = "sector",
        Neighbour = "neighbour",
        None = "none",
    }
}

/// How much two texts say the same, found by the room that can read them.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct TextFit {
    /// From 0 (nothing in common) to 1 (the same text); around 0.5 it is as likely a fit as not.
    pub share: f32,
    /// None when the texts could not be compared.
    pub bridge: Option<Bridge>,
}

impl TextFit {
    /// Texts without a common language, gist or term to compare them by.
    #[must_use]
    pub fn unknown() -> Self {
        Self { share: 0.0, bridge: None }
    }
}

/// What the rules ask of the taxonomy.
pub trait Sectors {
    /// The sector of a leaf.
    fn sector_of(&self, leaf: &str) -> Option<&str>;
    /// Whether work in one sector is often of use in the other; the same both ways.
    fn neighbours(&self, a: &str, b: &str) -> bool;
}

/// What a part found, as values that any language can speak.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "of", rename_all = "kebab-case")]
pub enum Detail {
    /// `terms` are up to three that weigh most, as the first side wrote them: see [`Score::explain`].
    Subject {
        bridge: Option<Bridge>,
        terms: Vec<String>,
    },
    /// Shared leaf ids; shared sector ids where no leaf is shared.
    Sector {
        fit: SectorFit,
        shared: Vec<String>,
    },
    Partnership {
        shared: BTreeSet<Partnership>,
    },
    /// `ipr` is the offer's, to be asked where unknown; it gives no points.
    Stage {
        offered: Stage,
        wanted: Stage,
        ipr: Ipr,
    },
    /// The types of both sides, the first side's first; whether each side named the types it wants.
    Profile {
        types: [OrgType; 2],
        wanted: [bool; 2],
    },
    Language {
        shared: BTreeSet<Lang>,
    },
    /// None where a side did not say it.
    Timing {
        period: Option<bool>,
        call: Option<bool>,
        budget: Option<bool>,
    },
    /// How many of the two sides were confirmed lately.
    Freshness {
        sides: u8,
    },
    /// The rule does not apply to these kinds.
    NotAsked,
}

/// One line of the sum.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part {
    pub what: PartKind,
    pub points: u8,
    pub max: u8,
    pub known: Basis,
    pub detail: Detail,
}

/// The points of a pair, part by part.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Score {
    pub rules: u32,
    /// One of each [`PartKind`], in that order.
    pub parts: Vec<Part>,
    /// Why it was not suggested although it has points enough.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub held_back: Option<Cap>,
}

impl Score {
    /// The sum of the parts, 0–100.
    #[must_use]
    pub fn total(&self) -> u8 {
        self.parts.iter().map(|part| part.points).sum()
    }

    /// Names the terms by which the subject has its points.
    pub fn explain(&mut self, shared: Vec<String>) {
        for part in &mut self.parts {
            if let Detail::Subject { terms, .. } = &mut part.detail {
                terms.clone_from(&shared);
            }
        }
    }

    /// Where its total puts the pair, if it is about the same thing at all. One that a cap holds back is a "maybe": staff see it and may decide otherwise.
    #[must_use]
    pub fn shelf(&self) -> Shelf {
        let about = self.parts.iter().filter(|part| matches!(part.what, PartKind::Subject | PartKind::Sector));
        let in_common: u8 = about.map(|part| part.points).sum();
        match self.total() {
            _ if in_common < IN_COMMON_FROM => Shelf::None,
            SUGGEST_FROM.. if self.held_back.is_none() => Shelf::Suggest,
            MAYBE_FROM.. => Shelf::Maybe,
            _ => Shelf::None,
        }
    }
}

code_list! {
    /// Who sees a pair.
    Shelf, "shelf" {
        /// Proposed to staff for approval.
        Suggest = "suggest",
        /// Only in the staff's "maybe" list.
        Maybe = "maybe",
        None = "none",
    }
}

/// Puts the best first; equal totals stand in the order of their ids.
pub fn rank(scored: &mut [(ProposalId, Score)]) {
    scored.sort_by_key(|(id, score)| (std::cmp::Reverse(score.total()), *id));
}

/// What limits suggestions besides their points.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Caps {
    /// Suggested for this request in the last seven days.
    pub this_week: usize,
    /// Suggestions and offers of other requests in which each organisation stands now.
    pub open_offers: BTreeMap<OrganisationId, usize>,
}

impl Caps {
    /// Marks those of these counterparts, best first, that would be suggested by their points and are held back by a cap.
    pub fn hold_back(&self, ranked: &mut [(Option<OrganisationId>, &mut Score)]) {
        let mut left = SUGGESTIONS.saturating_sub(self.this_week);
        let mut offers = self.open_offers.clone();
        for (organisation, score) in ranked {
            if score.shelf() != Shelf::Suggest {
                continue;
            }
            let mut none = 0;
            let of_theirs = organisation.map_or(&mut none, |organisation| offers.entry(organisation).or_default());
            score.held_back = match (left, *of_theirs) {
                (0, _) => Some(Cap::Week),
                (_, OFFERS..) => Some(Cap::Organisation),
                _ => None,
            };
            if score.held_back.is_none() {
                left -= 1;
                *of_theirs += 1;
            }
        }
    }
}
