//! No organisation is everybody's match: who stands in three open suggestions is held back from a fourth, and still seen.

use puente::domain::RequestId;
use puente::domain::matching::{Cap, SUGGEST_FROM, Shelf};
use puente::store::MatchRow;

use crate::house::House;
use crate::partner::send_for_staff;

async fn matches_of(house: &House, request: i64) -> Vec<MatchRow> {
    house.store.begin().await.unwrap().matches_of(RequestId(request)).await.unwrap()
}

#[tokio::test]
async fn the_fourth_request_for_the_same_sees_the_busy_organisation_held_back() {
    let house = House::open().await;
    for number in 1..=4 {
        let partner = house.person((1 << 41) + number);
        partner.says("/start").await;
        send_for_staff(&partner).await;
    }
    let first = matches_of(&house, 1).await;
    let best = first.first().expect("the samples hold a counterpart");
    assert_eq!(best.score.shelf(), Shelf::Suggest);
    let of_best =
        |found: Vec<MatchRow>| found.into_iter().find(|row| row.counterpart == best.counterpart).expect("found again");
    for number in 2..=3 {
        assert_eq!(of_best(matches_of(&house, number).await).score.held_back, None);
    }
    let held = of_best(matches_of(&house, 4).await);
    assert!(held.score.total() >= SUGGEST_FROM);
    assert_eq!((held.score.held_back, held.score.shelf()), (Some(Cap::Organisation), Shelf::Maybe));
}
