//! An entry of the FAQ: one topic in all its languages, with its sources and dates.
//! What it is called on screen is not known here.

use std::{
    collections::BTreeMap,
    io::{self, Read},
};

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

use crate::domain::{Lang, code_list};

code_list! {
    /// The shelf on which an entry stands; the name of its folder.
    Category, "category" {
        MarketEntry = "market-entry",
        CompanySetup = "company-setup",
        Investment = "investment",
        Tax = "tax",
        CustomsTrade = "customs-trade",
        /// Intellectual property.
        Ip = "ip",
        TechnologyTransfer = "technology-transfer",
        ResearchCollaboration = "research-collaboration",
        TalentVisas = "talent-visas",
        DataProtection = "data-protection",
        Biomedicine = "biomedicine",
        AgricultureFood = "agriculture-food",
        StandardsCertification = "standards-certification",
        ContractsDisputes = "contracts-disputes",
        FundingIncentives = "funding-incentives",
        EducationRecognition = "education-recognition",
        CentreServices = "centre-services",
        PrivacyOfThisBot = "privacy-of-this-bot",
    }
}

code_list! {
    /// How far an entry may be relied on.
    Confidence, "confidence" {
        /// Its central facts were read in a source for this entry.
        Verified = "verified",
        /// General knowledge of the field, not read again.
        Known = "known",
        /// May have changed, or depends on the case: the answer says what to check.
        Uncertain = "uncertain",
    }
}

/// An entry in all the languages that it has.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Entry {
    /// The name of its file; never changes.
    pub id: String,
    pub category: Category,
    /// `CL`, `CN`, `both`, `LAC`, or another ISO 3166 code.
    pub jurisdiction: String,
    pub confidence: Confidence,
    pub valid_from: Option<Date>,
    /// The date of the facts, where it is not the date of the review.
    pub as_of: Option<Date>,
    pub reviewed: Date,
    pub review_by: Date,
    pub related: Vec<String>,
    pub sources: Vec<Source>,
    pub words: BTreeMap<Lang, Words>,
    /// A short hash of all the above: the same content has the same revision on every machine.
    pub revision: String,
}

/// Where an answer comes from.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    pub title: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub article: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub url: Option<String>,
}

/// An entry in one language.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Words {
    pub question: String,
    /// How people really ask: indexed, never shown.
    pub phrasings: Vec<String>,
    /// Light Markdown.
    pub answer: String,
}

impl Words {
    /// The question and its phrasings: every way to ask, without the empty ones.
    pub fn ways_to_ask(&self) -> impl Iterator<Item = &str> {
        std::iter::once(&self.question).chain(&self.phrasings).map(String::as_str).filter(|way| !way.trim().is_empty())
    }
}

impl Entry {
    /// The entry with its revision computed.
    #[must_use]
    pub fn revised(mut self) -> Self {
        self.revision.clear();
        let content = serde_json::to_vec(&self).expect("an entry has string keys only");
        self.revision = format!("{:012x}", stable_hash(&content) >> 16);
        self
    }

    /// The language in which to show it: this one if the entry has it, else the best other one.
    #[must_use]
    pub fn shown_in(&self, wanted: Lang) -> Lang {
        let nearest = match wanted {
            Lang::Es => [Lang::Es, Lang::Pt, Lang::En, Lang::Zh],
            Lang::Pt => [Lang::Pt, Lang::Es, Lang::En, Lang::Zh],
            Lang::En => [Lang::En, Lang::Es, Lang::Pt, Lang::Zh],
            Lang::Zh => [Lang::Zh, Lang::En, Lang::Es, Lang::Pt],
        };
        nearest.into_iter().find(|lang| self.words.contains_key(lang)).unwrap_or(wanted)
    }

    /// Whether the answer is past its review on this day and must be shown so.
    #[must_use]
    pub fn is_past_review(&self, today: Date) -> bool {
        self.review_by < today
    }
}

/// FNV-1a, 64 bits: unlike the standard library's hashers it is the same in every version and on every machine.
pub(super) fn stable_hash(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

/// Tells a damaged file from a sound one, eight bytes at a step: a build has many megabytes, and each start reads them all. They
/// pass through a small buffer, because the allocator would keep the pages of a large one.
pub(super) fn checksum(mut file: impl Read) -> io::Result<u64> {
    const PIECE: usize = 1 << 16;
    let step = |sum: u64, word: u64| (sum ^ word).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_left(29);
    let mut sum = 0;
    let mut piece = Vec::with_capacity(PIECE);
    loop {
        piece.clear();
        let length = file.by_ref().take(PIECE as u64).read_to_end(&mut piece)?;
        let (words, rest) = piece.as_chunks::<8>();
        sum = words.iter().fold(sum, |sum, word| step(sum, u64::from_le_bytes(*word)));
        sum = step(sum, stable_hash(rest));
        if length < PIECE {
            return Ok(step(sum, length as u64));
        }
    }
}
