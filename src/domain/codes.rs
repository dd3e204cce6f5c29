//! The code lists of a cooperation request: short stable codes that buttons carry and rows keep.
//! What each code is called in a language stands in `locales/`, under the id `<list>-<code>`.

/// A closed list of codes, for whoever treats all lists alike.
pub trait CodeList: Copy + 'static {
    /// The name of the list.
    const LIST: &str;
    /// Every item.
    const ALL: &[Self];

    /// The frozen spelling.
    fn code(self) -> &'static str;
}

/// Defines a closed list whose every item has a frozen spelling.
macro_rules! code_list {
    ($(#[$meta:meta])* $name:ident, $list:literal { $($(#[$item_meta:meta])* $item:ident = $code:literal),+ $(,)? }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        pub enum $name { $($(#[$item_meta])* #[serde(rename = $code)] $item),+ }

        impl $name {
            /// Every item, in the order in which people are shown them.
            pub const ALL: &[Self] = &[$(Self::$item),+];
            /// The name of the list, the first half of each item's message id.
            pub const LIST: &str = $list;

            /// The frozen spelling.
            #[must_use]
            pub fn code(self) -> &'static str {
                match self { $(Self::$item => $code),+ }
            }

            /// The item of this spelling, if there is one.
            #[must_use]
            pub fn parse(code: &str) -> Option<Self> {
                match code { $($code => Some(Self::$item),)+ _ => None }
            }
        }

        impl $crate::domain::CodeList for $name {
            const LIST: &str = Self::LIST;
            const ALL: &[Self] = Self::ALL;

            fn code(self) -> &'static str {
                Self::code(self)
            }
        }
    };
}
pub(crate) use code_list;

code_list! {
    /// A language that Puente speaks.
    Lang, "lang" {
        /// Spanish, as written in Chile.
        Es = "es",
        /// Chinese, Simplified; Traditional is understood.
        Zh = "zh",
        En = "en",
        /// Portuguese, as written in Brazil.
        Pt = "pt",
    }
}

impl Lang {
    /// The language of a BCP 47 tag such as `es-CL` or `zh-hans`, if it is one of ours.
    #[must_use]
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        Self::parse(&primary.to_ascii_lowercase())
    }

    /// Its place in tables that have one column per language.
    #[must_use]
    pub fn index(self) -> usize {
        match self {
            Self::Es => 0,
            Self::Zh => 1,
            Self::En => 2,
            Self::Pt => 3,
        }
    }
}

code_list! {
    /// What a request is about and which way it points; [`Kind::complements`] says what answers it.
    Kind, "kind" {
        TechnologyOffer = "tech-offer",
        TechnologyRequest = "tech-request",
        /// Commercialising research results (成果转化).
        ResultOffer = "result-offer",
        ResearchPartner = "research",
        TalentHost = "talent-host",
        TalentSeeker = "talent-seeker",
        BusinessOffer = "biz-offer",
        BusinessRequest = "biz-request",
        TrainingOffer = "train-offer",
        TrainingRequest = "train-request",
        InvestmentSought = "invest-sought",
        Investor = "investor",
        /// A meeting during a visit, fair or seminar.
        EventMeeting = "event",
        /// Policy or legal help: goes to staff and is never matched to outsiders.
        Consultation = "consult",
    }
}

code_list! {
    /// Whether the side of a request gives or looks for something.
    Direction, "direction" { Offers = "offers", Seeks = "seeks" }
}

impl Kind {
    /// The kinds that answer this one; empty for a consultation, which only staff answer.
    #[must_use]
    pub fn complements(self) -> &'static [Self] {
        match self {
            Self::TechnologyOffer => &[Self::TechnologyRequest],
            Self::TechnologyRequest => &[Self::TechnologyOffer, Self::ResultOffer],
            Self::ResultOffer => &[Self::TechnologyRequest, Self::Investor],
            Self::ResearchPartner => &[Self::ResearchPartner],
            Self::TalentHost => &[Self::TalentSeeker],
            Self::TalentSeeker => &[Self::TalentHost],
            Self::BusinessOffer => &[Self::BusinessRequest],
            Self::BusinessRequest => &[Self::BusinessOffer],
            Self::TrainingOffer => &[Self::TrainingRequest],
            Self::TrainingRequest => &[Self::TrainingOffer],
            Self::InvestmentSought => &[Self::Investor],
            Self::Investor => &[Self::InvestmentSought, Self::ResultOffer],
            Self::EventMeeting => &[Self::EventMeeting],
            Self::Consultation => &[],
        }
    }

    /// Which way the request points. Research, meetings and consultations look for someone.
    #[must_use]
    pub fn direction(self) -> Direction {
        match self {
            Self::TechnologyOffer
            | Self::ResultOffer
            | Self::TalentHost
            | Self::BusinessOffer
            | Self::TrainingOffer
            | Self::Investor => Direction::Offers,
            _ => Direction::Seeks,
        }
    }
}

code_list! {
    /// How far a technology has come, in words and in technology readiness levels (TRL 1–9).
    Stage, "stage" {
        /// TRL 1–2.
        Concept = "concept",
        /// TRL 3–4.
        Development = "development",
        /// TRL 4–5.
        LabTested = "lab",
        /// TRL 6–8.
        Demonstration = "demo",
        /// TRL 9.
        Market = "market",
        Unknown = "unknown",
    }
}

impl Stage {
    /// The stage's place from 1 (concept) to 5 (on the market), none when unknown.
    #[must_use]
    pub fn level(self) -> Option<u8> {
        match self {
            Self::Concept => Some(1),
            Self::Development => Some(2),
            Self::LabTested => Some(3),
            Self::Demonstration => Some(4),
            Self::Market => Some(5),
            Self::Unknown => None,
        }
    }
}

code_list! {
    /// State of the intellectual property behind an offer.
    Ipr, "ipr" {
        None = "none",
        KnowHow = "know-how",
        Applied = "applied",
        Granted = "granted",
        Unknown = "unknown",
    }
}

code_list! {
    /// Form of cooperation sought.
    Partnership, "partnership" {
        /// Licence, know-how, training.
        Licence = "licence",
        RdCooperation = "rd",
        Pilot = "pilot",
        JointLab = "joint-lab",
        Commercial = "commercial",
        Supplier = "supplier",
        Outsourcing = "outsourcing",
        Investment = "investment",
        /// Joint degree or mobility agreement.
        Mobility = "mobility",
        /// Memorandum of understanding.
        Mou = "mou",
    }
}

code_list! {
    /// Kind of organisation, of oneself or of the partner wanted.
    OrgType, "orgtype" {
        University = "university",
        Institute = "institute",
        /// Up to 10 people.
        Micro = "micro",
        /// 11–49 people.
        Small = "small",
        /// 50–249 people.
        Medium = "medium",
        Large = "large",
        Public = "public",
        Association = "association",
        Investor = "investor",
        Individual = "individual",
        Other = "other",
    }
}

code_list! {
    /// Something that staff must know of a request; [`Flag::bars_matching`] says which keep the machine out.
    Flag, "flag" {
        DualUse = "dual-use",
        GeneticResources = "genetic",
        /// Health data of people: told to staff, but it does not keep a request from being matched.
        HealthData = "health-data",
        /// State secrets and "important data" of Chinese law.
        ImportantData = "important-data",
    }
}

impl Flag {
    /// Whether only staff may look for a counterpart.
    #[must_use]
    pub fn bars_matching(self) -> bool {
        !matches!(self, Self::HealthData)
    }
}

code_list! {
    /// What a side can spend, in US dollars; staff see the band, counterparts only whether both are compatible.
    Budget, "budget" {
        Under10k = "under-10k",
        To50k = "10k-50k",
        To250k = "50k-250k",
        Over250k = "over-250k",
        Undisclosed = "undisclosed",
    }
}

impl Budget {
    /// The band's place from 1 up, none when undisclosed.
    #[must_use]
    pub fn level(self) -> Option<u8> {
        match self {
            Self::Under10k => Some(1),
            Self::To50k => Some(2),
            Self::To250k => Some(3),
            Self::Over250k => Some(4),
            Self::Undisclosed => None,
        }
    }
}

code_list! {
    /// How far a person's career has come: the four profiles of European researchers, and who is not one.
    Career, "career" {
        Student = "student",
        /// R1, up to the doctorate.
        Doctoral = "r1",
        /// R2, doctorate without full independence.
        Recognised = "r2",
        /// R3, independent.
        Established = "r3",
        /// R4, leading a field.
        Leading = "r4",
        Technician = "technician",
    }
}

code_list! {
    /// What kind of place a person seeks or a host offers.
    TalentForm, "talent" {
        Job = "job",
        /// A grant or scholarship.
        Funding = "funding",
        /// A stay at the host while others pay.
        Hosting = "hosting",
        Exchange = "exchange",
        Training = "training",
    }
}

code_list! {
    /// Who pays for the work.
    Funding, "funding" {
        Own = "own",
        Sought = "sought",
        Offered = "offered",
        /// A call for proposals that both sides would answer.
        Call = "call",
    }
}

code_list! {
    /// How long a stay or a project is to last.
    Duration, "weeks" { Month = "4", Quarter = "13", HalfYear = "26", Year = "52", TwoYears = "104" }
}

impl Duration {
    /// So many weeks, about.
    #[must_use]
    pub fn weeks(self) -> u16 {
        match self {
            Self::Month => 4,
            Self::Quarter => 13,
            Self::HalfYear => 26,
            Self::Year => 52,
            Self::TwoYears => 104,
        }
    }
}

code_list! {
    /// The time from now that a tap stands for.
    Span, "span" { ThreeMonths = "m3", SixMonths = "m6", Year = "m12" }
}

impl Span {
    /// Its length in months.
    #[must_use]
    pub fn months(self) -> i32 {
        match self {
            Self::ThreeMonths => 3,
            Self::SixMonths => 6,
            Self::Year => 12,
        }
    }
}

code_list! {
    /// A country, by its ISO 3166-1 alpha-2 code. China and Chile first, then the countries most often met.
    Country, "country" {
        Cl = "CL", Cn = "CN", Ar = "AR", Bo = "BO", Br = "BR", Co = "CO", Cr = "CR", Cu = "CU", Do = "DO",
        Ec = "EC", Gt = "GT", Hk = "HK", Hn = "HN", Jm = "JM", Mo = "MO", Mx = "MX", Ni = "NI", Pa = "PA", Pe = "PE",
        Py = "PY", Sv = "SV", Tt = "TT", Us = "US", Uy = "UY", Ve = "VE",
        /// Any country that is not in the list.
        Other = "ZZ",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn complements_answer_each_other() {
        for &kind in Kind::ALL {
            for &other in kind.complements() {
                assert!(other.complements().contains(&kind), "{other:?} must answer {kind:?} too");
            }
        }
    }

    #[test]
    fn every_code_reads_back() {
        for &kind in Kind::ALL {
            assert_eq!(Kind::parse(kind.code()), Some(kind));
        }
        assert_eq!(Lang::from_tag("pt-BR"), Some(Lang::Pt));
        assert_eq!(Lang::from_tag("zh_hant"), Some(Lang::Zh));
        assert_eq!(Lang::from_tag("de"), None);
    }
}
