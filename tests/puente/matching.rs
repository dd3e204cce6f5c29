//! Matching over the sample directory: what is found, why, and what is never found.

use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use jiff::Timestamp;
use puente::domain::matching::{Basis, Detail, Gate, PartKind, SUGGEST_FROM, Shelf};
use puente::domain::{Country, Kind, Lang, OpportunityId, OrganisationId, Proposal, ProposalId, RequestId, Targets};
use puente::matching::{Counterpart, Matching, directory};

/// The sample directory, loaded; the keys of its opportunities stand where their numbers point.
struct House {
    matching: Matching,
    keys: Vec<String>,
    proposals: Vec<Proposal>,
}

fn index() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("index")
}

fn now() -> Timestamp {
    "2026-11-22T12:00:00Z".parse().expect("a moment")
}

fn house() -> House {
    static WORDS: LazyLock<Matching> = LazyLock::new(|| Matching::open(&index()).expect("the words are whole"));
    let index = index();
    let matching = WORDS.beside().expect("an empty index");
    let directory = directory::read(&index.join("directory"), matching.taxonomy()).expect("the directory is whole");
    let row = |at: usize| i64::try_from(at + 1).expect("few rows");
    let proposals: Vec<Proposal> = directory
        .opportunities
        .iter()
        .enumerate()
        .map(|(at, opportunity)| {
            let by = directory.organisations.iter().position(|by| by.key == opportunity.organisation).expect("checked");
            opportunity.proposal(OpportunityId(row(at)), OrganisationId(row(by)), &directory.organisations[by])
        })
        .collect();
    matching.load(proposals.clone()).expect("the index takes them");
    House { matching, keys: directory.opportunities.iter().map(|opportunity| opportunity.key.clone()).collect(), proposals }
}

impl House {
    fn proposal(&self, key: &str) -> &Proposal {
        &self.proposals[self.keys.iter().position(|known| known == key).expect("a sample of this key")]
    }

    fn counterparts(&self, mine: &Proposal) -> Vec<(String, Counterpart)> {
        let found = self.matching.counterparts(mine, now()).expect("the index answers");
        let named = |counterpart: Counterpart| {
            let ProposalId::Opportunity(OpportunityId(row)) = counterpart.id else { panic!("only samples are loaded") };
            (self.keys[usize::try_from(row - 1).expect("a row")].clone(), counterpart)
        };
        found.into_iter().map(named).collect()
    }

    fn found(&self, key: &str) -> Vec<String> {
        self.counterparts(self.proposal(key)).into_iter().map(|(key, _)| key).collect()
    }
}

/// What a person has just written in the bot: Spanish, no gist, little else said.
fn fresh_need(title: &str, summary: &str, leaf: &str) -> Proposal {
    Proposal {
        id: ProposalId::Request(RequestId(1)),
        organisation: None,
        sectors: vec![leaf.to_owned()],
        title: title.to_owned(),
        summary: summary.to_owned(),
        gist_en: None,
        ..house().proposal("lithium-brine-extraction").clone()
    }
}

#[test]
fn a_spanish_need_for_lithium_finds_the_chinese_offer_and_says_why() {
    let house = house();
    let need = fresh_need(
        "Tecnología para obtener litio de salmuera",
        "Buscamos tecnología de extracción directa de litio con adsorbentes para un piloto en el salar.",
        "lithium-salt-lakes",
    );
    let found = house.counterparts(&need);
    let (_, offer) = found.iter().take(3).find(|(key, _)| key == "dle-adsorbent").expect("among the first three");
    assert!(offer.score.total() >= SUGGEST_FROM, "{:#?}", offer.score);
    let subject = &offer.score.parts[0];
    assert_eq!((subject.what, subject.known), (PartKind::Subject, Basis::Known));
    let why = serde_json::to_string(&subject.detail).expect("plain data");
    assert!(why.contains("litio"), "{why}");
}

#[test]
fn the_pairs_that_were_written_for_each_other_find_each_other() {
    let house = house();
    for (need, offer) in [
        ("lithium-brine-extraction", "dle-adsorbent"),
        ("tailings-monitoring-need", "tailings-monitoring-offer"),
        ("sea-lice-detection", "sea-lice-vision"),
        ("winery-wastewater", "winery-mbr"),
        ("electrolyser-need", "alkaline-electrolyser"),
        ("stroke-imaging-ai", "stroke-ai-offer"),
        ("cherry-postharvest", "controlled-atmosphere-offer"),
        ("fresh-cherries-sale", "cherry-import"),
        ("solar-desert-postdoc", "solar-thermal-postdoc-seeker"),
        ("radio-data-postdoc", "interferometry-postdoc-seeker"),
        ("aquaculture-genomics-stay", "fish-genomics-host"),
        ("emobility-training", "ev-maintenance-course"),
        ("agtech-seed-round", "agrifood-venture"),
        ("adaptive-optics-research", "adaptive-optics-partner"),
        ("cerrado-coffee", "coffee-buying"),
        ("fishmeal-sale", "fishmeal-buying"),
        ("fish-waste-digestion", "vinasse-biogas"),
        ("wine-fair-meeting", "wine-fair-buyers"),
    ] {
        assert_eq!(house.found(need).first().map(String::as_str), Some(offer), "{need}");
        assert_eq!(house.found(offer).first().map(String::as_str), Some(need), "{offer}");
    }
}

#[test]
fn a_consultation_finds_nobody() {
    assert_eq!(house().found("incentives-consultation"), [] as [String; 0]);
}

#[test]
fn nobody_meets_their_own_organisation_or_country_unasked() {
    let house = house();
    for mine in &house.proposals {
        for (key, counterpart) in house.counterparts(mine) {
            let theirs = house.proposal(&key);
            assert_ne!(counterpart.id, mine.id);
            assert_ne!(theirs.organisation, mine.organisation);
            assert_ne!(theirs.country, mine.country);
            assert!(mine.kind.complements().contains(&theirs.kind));
        }
    }
}

#[test]
fn most_kinds_find_a_suggestion_in_the_samples() {
    let house = house();
    for &kind in Kind::ALL.iter().filter(|&&kind| kind != Kind::Consultation) {
        let suggests = |mine: &&Proposal| {
            mine.kind == kind && house.counterparts(mine).first().is_some_and(|(_, best)| best.score.total() >= SUGGEST_FROM)
        };
        assert!(house.proposals.iter().any(|mine| suggests(&mine)), "{kind:?} finds nothing");
    }
}

#[test]
fn both_sides_are_given_the_same_points_and_the_order_never_changes() {
    let house = house();
    for mine in &house.proposals {
        let found = house.counterparts(mine);
        assert_eq!(found, house.counterparts(mine));
        for (key, counterpart) in found.iter().filter(|(_, counterpart)| counterpart.score.total() >= SUGGEST_FROM) {
            let back = house.counterparts(house.proposal(key));
            let other = back.iter().find(|(_, other)| other.id == mine.id).expect("found from the other side too");
            assert_eq!(counterpart.score.total(), other.1.score.total(), "{key}");
        }
    }
}

#[test]
fn what_is_removed_is_found_no_more_and_what_is_put_is() {
    let house = house();
    let offer = house.proposal("dle-adsorbent").clone();
    house.matching.remove(offer.id).expect("the index takes it");
    assert!(!house.found("lithium-brine-extraction").contains(&"dle-adsorbent".to_owned()));
    house.matching.put(offer.clone()).expect("the index takes it");
    assert!(house.found("lithium-brine-extraction").contains(&"dle-adsorbent".to_owned()));
    house.matching.put(Proposal { targets: Targets::Only([Country::Pe].into()), ..offer }).expect("the index takes it");
    assert!(!house.found("lithium-brine-extraction").contains(&"dle-adsorbent".to_owned()));
}

#[test]
fn a_chinese_offer_without_a_gist_is_still_found_by_its_terms() {
    let house = house();
    let offer = Proposal { gist_en: None, lang: Lang::Zh, ..house.proposal("dle-adsorbent").clone() };
    house.matching.put(offer).expect("the index takes it");
    assert_eq!(house.found("lithium-brine-extraction").first().map(String::as_str), Some("dle-adsorbent"));
}

#[test]
fn spanish_and_chinese_without_any_gist_find_each_other() {
    let house = house();
    let bare = |key: &str| Proposal { gist_en: None, ..house.proposal(key).clone() };
    for proposal in house.keys.iter().map(|key| bare(key)) {
        house.matching.put(proposal).expect("the index takes it");
    }
    let pairs = [
        ("lithium-brine-extraction", "dle-adsorbent"),
        ("tailings-monitoring-need", "tailings-monitoring-offer"),
        ("sea-lice-detection", "sea-lice-vision"),
        ("electrolyser-need", "alkaline-electrolyser"),
        ("stroke-imaging-ai", "stroke-ai-offer"),
        ("fresh-cherries-sale", "cherry-import"),
    ];
    for (need, offer) in pairs {
        let found = house.counterparts(&bare(need));
        assert_eq!(found.first().map(|(key, _)| key.as_str()), Some(offer), "{need}");
        let subject = &found[0].1.score.parts[0];
        assert!(subject.points * 2 >= subject.max, "{need}: {subject:?}");
    }
}

#[test]
fn the_shared_terms_are_words_that_each_reader_understands() {
    let house = house();
    let need = Proposal { gist_en: None, ..house.proposal("lithium-brine-extraction").clone() };
    let found = house.counterparts(&need);
    let (_, offer) = found.iter().find(|(key, _)| key == "dle-adsorbent").expect("it is found");
    let Detail::Subject { terms, .. } = &offer.score.parts[0].detail else { panic!("the subject comes first") };
    assert!(!terms.is_empty());
    let text = format!("{} {}", need.title, need.summary).to_lowercase();
    for term in terms {
        let known = house.matching.term_labels(term);
        assert!(known.is_some() || text.contains(&term.to_lowercase()), "{term} is a word of neither text nor dictionary");
    }
    let names: Vec<&str> = terms
        .iter()
        .filter_map(|term| house.matching.term_labels(term))
        .map(|labels| labels[Lang::Zh.index()].as_str())
        .collect();
    assert!(names.contains(&"锂"), "{terms:?} {names:?}");
}

#[test]
fn the_index_loses_nobody_who_has_points_enough_for_the_staffs_list() {
    let house = house();
    for mine in &house.proposals {
        let on_a_list = |found: Vec<Counterpart>| -> Vec<Counterpart> {
            found.into_iter().filter(|one| one.score.shelf() != Shelf::None).collect()
        };
        let found = on_a_list(house.matching.counterparts(mine, now()).expect("the index answers"));
        assert_eq!(found, on_a_list(house.matching.counterparts_of_all(mine, now())));
    }
}

#[test]
fn who_is_alike_and_kept_apart_is_told_by_the_gate_that_is_shut() {
    let house = house();
    let need = house.proposal("lithium-brine-extraction");
    let offer = house.proposal("dle-adsorbent").clone();
    let before = house.matching.shut_out(need, now()).expect("the index answers");
    house.matching.put(Proposal { country: need.country, ..offer.clone() }).expect("the index takes it");
    let shut = house.matching.shut_out(need, now()).expect("the index answers");
    assert_ne!(shut, before);
    assert!(shut.iter().any(|&(gate, count)| gate == Gate::Country && count >= 1), "{shut:?}");
    house.matching.put(Proposal { open: false, ..offer }).expect("the index takes it");
    let shut = house.matching.shut_out(need, now()).expect("the index answers");
    assert!(shut.iter().any(|&(gate, _)| gate == Gate::Closed), "{shut:?}");
}
