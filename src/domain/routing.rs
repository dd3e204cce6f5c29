//! Whom a lead suits best. A suggestion, never an assignment: people take what they take, and the queue forgets nobody.

use super::{Country, Lang};

/// What a member of staff wants to be given first; an empty list means everything.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Wishes {
    pub langs: Vec<Lang>,
    /// Sectors of the taxonomy, not their leaves.
    pub sectors: Vec<String>,
    pub countries: Vec<Country>,
    /// Leads at a time; none: wants none suggested.
    pub capacity: Option<i64>,
}

/// What a lead asks of whoever takes it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asks {
    /// The language of the partner.
    pub lang: Option<Lang>,
    pub sectors: Vec<String>,
    pub country: Option<Country>,
}

/// Language first: without it there is no talk at all. Sector and country then count the same.
const LANG: i64 = 4;
const SECTOR: i64 = 2;
const COUNTRY: i64 = 2;
/// Whoever takes everything fits, but less than whoever asked for just this.
const EVERYTHING: i64 = 1;

/// How well a lead suits somebody who has so many already; none when it does not, or when they have no place.
#[must_use]
pub fn fit(wishes: &Wishes, has: i64, asks: &Asks) -> Option<i64> {
    if has >= wishes.capacity? {
        return None;
    }
    let lang = part(&wishes.langs, asks.lang.as_slice(), LANG)?;
    let sector = part(&wishes.sectors, &asks.sectors, SECTOR)?;
    let country = part(&wishes.countries, asks.country.as_slice(), COUNTRY)?;
    Some(lang + sector + country)
}

/// What one wish gives: its points where it is met, little where nothing was wished or nothing is known of the lead, none where
/// it is missed.
fn part<T: PartialEq>(wished: &[T], asked: &[T], points: i64) -> Option<i64> {
    if wished.is_empty() || asked.is_empty() {
        return Some(EVERYTHING);
    }
    asked.iter().any(|asked| wished.contains(asked)).then_some(points)
}

/// The best of several people: the best fit, then the most room, then the first in order.
#[must_use]
pub fn best<'a, P>(people: &'a [P], asks: &Asks, of: impl Fn(&P) -> (&Wishes, i64)) -> Option<&'a P> {
    let mut found: Option<(&P, (i64, i64))> = None;
    for person in people {
        let (wishes, has) = of(person);
        let Some(points) = fit(wishes, has, asks) else { continue };
        let rank = (points, wishes.capacity.unwrap_or(0) - has);
        if found.as_ref().is_none_or(|(_, best)| rank > *best) {
            found = Some((person, rank));
        }
    }
    found.map(|(person, _)| person)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wishes(langs: &[Lang], sectors: &[&str], countries: &[Country], capacity: Option<i64>) -> Wishes {
        let sectors = sectors.iter().map(|sector| (*sector).to_owned()).collect();
        Wishes { langs: langs.to_vec(), sectors, countries: countries.to_vec(), capacity }
    }

    #[test]
    fn a_lead_is_suggested_to_who_suits_it_and_has_a_place() {
        let people = [
            ("anyone", wishes(&[], &[], &[], Some(5)), 0),
            ("zh", wishes(&[Lang::Zh], &[], &[], Some(5)), 0),
            ("zh and mining", wishes(&[Lang::Zh], &["mining"], &[], Some(2)), 0),
            ("es in Chile", wishes(&[Lang::Es], &[], &[Country::Cl], Some(1)), 0),
            ("es in Chile, full", wishes(&[Lang::Es], &["mining"], &[Country::Cl], Some(1)), 1),
            ("nothing", wishes(&[], &[], &[], None), 0),
        ];
        for (lang, sector, country, chosen) in [
            (Lang::Zh, "mining", Country::Cn, Some("zh and mining")),
            (Lang::Zh, "energy", Country::Cn, Some("zh")),
            (Lang::Es, "mining", Country::Cl, Some("es in Chile")),
            (Lang::Es, "mining", Country::Pe, Some("anyone")),
            (Lang::Pt, "mining", Country::Br, Some("anyone")),
        ] {
            let asks = Asks { lang: Some(lang), sectors: vec![sector.into()], country: Some(country) };
            let found = best(&people, &asks, |(_, wishes, has)| (wishes, *has)).map(|(name, _, _)| *name);
            assert_eq!(found, chosen, "{lang:?} {sector} {country:?}");
        }
        let full = [("full", wishes(&[], &[], &[], Some(1)), 1)];
        assert!(best(&full, &Asks::default(), |(_, wishes, has)| (wishes, *has)).is_none(), "then it waits in the queue");
    }
}
