//! What a counterpart may see of a side before names are known: an allow-list per kind, as data. A card is built from it and
//! never by taking fields away from the whole record, so a new field of a request is hidden until somebody adds it here.

use std::collections::BTreeSet;

use super::{
    Country, Ipr, Kind, Lang, OrgType, Partnership, Period, Proposal, Stage, code_list,
    identifiers::{Names, masked},
    matching::{Basis, Part, PartKind, Score},
};

code_list! {
    /// A line of a blind card.
    CardField, "card-field" {
        OrgType = "orgtype", Country = "country", Title = "title", Summary = "summary", Gist = "gist", Sectors = "sectors",
        Stage = "stage", Ipr = "ipr", Partnership = "partnership", Languages = "langs", Period = "period", Call = "call",
    }
}

/// What a request holds as its contact when its owner wants to be written to in their chat with the bot.
pub const CONTACT_HERE: &str = "Telegram";

/// Characters of the summary on a card.
const SUMMARY: usize = 500;

/// What every matched kind shows.
const ALWAYS: [CardField; 7] = [
    CardField::OrgType,
    CardField::Country,
    CardField::Title,
    CardField::Summary,
    CardField::Gist,
    CardField::Sectors,
    CardField::Languages,
];

/// What a kind shows beside [`ALWAYS`]; none for what is never shown to anybody outside.
fn allowed(kind: Kind) -> Option<&'static [CardField]> {
    use CardField as F;
    Some(match kind {
        Kind::TechnologyOffer | Kind::ResultOffer => &[F::Stage, F::Ipr, F::Partnership],
        Kind::TechnologyRequest => &[F::Stage, F::Partnership],
        Kind::ResearchPartner => &[F::Partnership, F::Period, F::Call],
        Kind::TalentHost | Kind::TalentSeeker => &[F::Period, F::Call],
        Kind::BusinessOffer | Kind::BusinessRequest | Kind::InvestmentSought | Kind::Investor => &[F::Partnership],
        Kind::TrainingOffer | Kind::TrainingRequest | Kind::EventMeeting => &[F::Period],
        Kind::Consultation => return None,
    })
}

/// One shown field, as a value that any language can speak.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Shown {
    OrgType(OrgType),
    Country(Country),
    Title(String),
    /// With the language in which it was written.
    Summary(String, Lang),
    Gist(String),
    Sectors(Vec<String>),
    Stage(Stage),
    Ipr(Ipr),
    Partnership(BTreeSet<Partnership>),
    Languages(BTreeSet<Lang>),
    Period(Period),
    Call(String),
}

/// A side without its name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BlindCard {
    pub kind: Kind,
    pub shown: Vec<Shown>,
    /// Something in the texts was taken out because it could tell who it is.
    pub masked: bool,
}

impl BlindCard {
    /// The card of a proposal whose names are these; none for a kind that is shown to nobody.
    #[must_use]
    pub fn of(side: &Proposal, names: &Names) -> Option<Self> {
        let allowed = allowed(side.kind)?;
        let mut card = Self { kind: side.kind, shown: Vec::new(), masked: false };
        for field in ALWAYS.iter().chain(allowed) {
            if let Some(shown) = card.shown_of(*field, side, names) {
                card.shown.push(shown);
            }
        }
        Some(card)
    }

    fn shown_of(&mut self, field: CardField, side: &Proposal, names: &Names) -> Option<Shown> {
        Some(match field {
            CardField::OrgType => Shown::OrgType(side.org_type),
            CardField::Country => Shown::Country(side.country),
            CardField::Title => Shown::Title(self.quoted(&side.title, names)?),
            CardField::Summary => Shown::Summary(cut(self.quoted(&side.summary, names)?), side.lang),
            CardField::Gist => Shown::Gist(self.quoted(side.gist_en.as_deref()?, names)?),
            CardField::Sectors if !side.sectors.is_empty() => Shown::Sectors(side.sectors.clone()),
            CardField::Stage if side.stage != Stage::Unknown => Shown::Stage(side.stage),
            CardField::Ipr if side.ipr != Ipr::Unknown => Shown::Ipr(side.ipr),
            CardField::Partnership if !side.partnership.is_empty() => Shown::Partnership(side.partnership.clone()),
            CardField::Languages if !side.languages.is_empty() => Shown::Languages(side.languages.clone()),
            CardField::Period => Shown::Period(side.period?),
            CardField::Call => Shown::Call(self.quoted(side.call.as_deref()?, names)?),
            _ => return None,
        })
    }

    /// Words of a side, through the filter.
    fn quoted(&mut self, words: &str, names: &Names) -> Option<String> {
        let quoted = masked(words.trim(), names);
        self.masked |= quoted != words.trim();
        (!quoted.is_empty()).then_some(quoted)
    }
}

/// Cut after masking, so that no half of an address is left at the edge.
fn cut(words: String) -> String {
    if words.chars().count() <= SUMMARY {
        return words;
    }
    let mut cut: String = words.chars().take(SUMMARY).collect();
    cut.push('…');
    cut
}

/// The reasons of a score as a side is told them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reasons {
    /// The three known parts that gave most.
    pub why: Vec<Part>,
    /// Known parts that gave half or less.
    pub check: Vec<PartKind>,
    /// What a side has not said.
    pub unknown: Vec<PartKind>,
}

impl Reasons {
    #[must_use]
    pub fn of(score: &Score) -> Self {
        let known = score.parts.iter().filter(|part| part.known == Basis::Known);
        let (weak, mut strong): (Vec<&Part>, Vec<&Part>) = known.partition(|part| part.points * 2 <= part.max);
        strong.sort_by_key(|part| std::cmp::Reverse(part.points));
        let unknown = score.parts.iter().filter(|part| part.known == Basis::Unknown);
        Self {
            why: strong.into_iter().take(3).cloned().collect(),
            check: weak.iter().map(|part| part.what).collect(),
            unknown: unknown.map(|part| part.what).collect(),
        }
    }
}
