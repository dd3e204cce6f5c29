//! Where the clocks of a country stand: the zone of its capital, for countries that have no calendar of their own here.

use jiff::tz::TimeZone;

use crate::domain::Country;

/// The zone of a country's capital; none where it is not known which country it is.
pub(super) fn capital(country: Country) -> Option<TimeZone> {
    let name = match country {
        Country::Cl => "America/Santiago",
        Country::Cn => "Asia/Shanghai",
        Country::Ar => "America/Argentina/Buenos_Aires",
        Country::Bo => "America/La_Paz",
        Country::Br => "America/Sao_Paulo",
        Country::Co => "America/Bogota",
        Country::Cr => "America/Costa_Rica",
        Country::Cu => "America/Havana",
        Country::Do => "America/Santo_Domingo",
        Country::Ec => "America/Guayaquil",
        Country::Gt => "America/Guatemala",
        Country::Hk => "Asia/Hong_Kong",
        Country::Hn => "America/Tegucigalpa",
        Country::Jm => "America/Jamaica",
        Country::Mo => "Asia/Macau",
        Country::Mx => "America/Mexico_City",
        Country::Ni => "America/Managua",
        Country::Pa => "America/Panama",
        Country::Pe => "America/Lima",
        Country::Py => "America/Asuncion",
        Country::Sv => "America/El_Salvador",
        Country::Tt => "America/Port_of_Spain",
        Country::Us => "America/New_York",
        Country::Uy => "America/Montevideo",
        Country::Ve => "America/Caracas",
        Country::Other => return None,
    };
    TimeZone::get(name).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_country_that_we_know_has_a_clock() {
        for country in Country::ALL {
            assert_eq!(capital(*country).is_some(), *country != Country::Other, "{}", country.code());
        }
    }
}
