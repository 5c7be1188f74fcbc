//! Who held which office when.

use suquan_actors::{Actors, Basis, Period};

fn period(value: &str) -> Period {
    Period::parse(value).expect("the tests write dates of the calendar")
}

#[track_caller]
fn check(office: &str, at: &str, expected: &str) {
    let actors = Actors::embedded();
    let holders = actors.holders(office, period(at));
    let found: Vec<&str> = holders.iter().map(|holder| holder.person).collect();
    assert_eq!(found, [expected], "{office} {at}");
    assert!(holders[0].sure, "{office} {at}");
}

#[track_caller]
fn check_several(office: &str, at: &str, expected: &[&str]) {
    let actors = Actors::embedded();
    let holders = actors.holders(office, period(at));
    assert_eq!(holders.iter().map(|holder| holder.person).collect::<Vec<_>>(), expected, "{office} {at}");
    assert!(holders.iter().all(|holder| !holder.sure), "{office} {at}");
}

#[test]
fn presidents_of_the_united_states() {
    check("office/us-president", "2003-03-20", "person/george-w-bush");
    check("office/us-president", "2013-10-21", "person/barack-obama");
    check("office/us-president", "2018-06-12", "person/donald-trump");
    check("office/us-president", "2022-02-24", "person/joe-biden");
    check("office/us-president", "2025-11-24", "person/donald-trump");
    check("office/us-president", "2026-02", "person/donald-trump");
}

#[test]
fn the_year_and_the_day_of_a_change_leave_it_open() {
    check_several("office/us-president", "2017", &["person/barack-obama", "person/donald-trump"]);
    check_several("office/us-president", "2025-01-20", &["person/joe-biden", "person/donald-trump"]);
    check("office/us-president", "2025-01-21", "person/donald-trump");
}

#[test]
fn prime_ministers_of_japan_since_2006() {
    let at = [
        ("2006-05-01", "junichiro-koizumi"),
        ("2006-11-01", "shinzo-abe"),
        ("2007-05-01", "shinzo-abe"),
        ("2008-01-15", "yasuo-fukuda"),
        ("2009-02-01", "taro-aso"),
        ("2010-01-10", "yukio-hatoyama"),
        ("2011-03-11", "naoto-kan"),
        ("2012-06-01", "yoshihiko-noda"),
        ("2013", "shinzo-abe"),
        ("2014", "shinzo-abe"),
        ("2015", "shinzo-abe"),
        ("2016", "shinzo-abe"),
        ("2017", "shinzo-abe"),
        ("2018", "shinzo-abe"),
        ("2019", "shinzo-abe"),
        ("2020-12-01", "yoshihide-suga"),
        ("2021-03-01", "yoshihide-suga"),
        ("2022", "fumio-kishida"),
        ("2023", "fumio-kishida"),
        ("2024-11-01", "shigeru-ishiba"),
        ("2025-11-01", "sanae-takaichi"),
        ("2026-03-01", "sanae-takaichi"),
    ];
    for (at, person) in at {
        check("office/jp-prime-minister", at, &format!("person/{person}"));
    }
}

#[test]
fn heads_of_britain_france_russia_and_south_korea() {
    for (office, at, person) in [
        ("gb-prime-minister", "2003", "tony-blair"),
        ("gb-prime-minister", "2008", "gordon-brown"),
        ("gb-prime-minister", "2013-08-29", "david-cameron"),
        ("gb-prime-minister", "2018", "theresa-may"),
        ("gb-prime-minister", "2020", "boris-johnson"),
        ("gb-prime-minister", "2022-10-01", "liz-truss"),
        ("gb-prime-minister", "2023", "rishi-sunak"),
        ("gb-prime-minister", "2025", "keir-starmer"),
        ("gb-prime-minister", "2026-08-01", "andy-burnham"),
        ("fr-president", "2003", "jacques-chirac"),
        ("fr-president", "2010", "nicolas-sarkozy"),
        ("fr-president", "2013", "francois-hollande"),
        ("fr-president", "2025", "emmanuel-macron"),
        ("ru-president", "2003", "vladimir-putin"),
        ("ru-president", "2010", "dmitry-medvedev"),
        ("ru-president", "2013", "vladimir-putin"),
        ("ru-prime-minister", "2010", "vladimir-putin"),
        ("ru-prime-minister", "2013", "dmitry-medvedev"),
        ("kr-president", "2001", "kim-dae-jung"),
        ("kr-president", "2005", "roh-moo-hyun"),
        ("kr-president", "2010", "lee-myung-bak"),
        ("kr-president", "2014", "park-geun-hye"),
        ("kr-president", "2018", "moon-jae-in"),
        ("kr-president", "2024", "yoon-suk-yeol"),
        ("kr-president", "2026-02", "lee-jae-myung"),
    ] {
        check(&format!("office/{office}"), at, &format!("person/{person}"));
    }
}

#[test]
fn the_four_top_offices_of_vietnam() {
    for (office, at, person) in [
        ("vn-party-leader", "2005", "nong-duc-manh"),
        ("vn-party-leader", "2013", "nguyen-phu-trong"),
        ("vn-party-leader", "2024-09-01", "to-lam"),
        ("vn-party-leader", "2026-02", "to-lam"),
        ("vn-president", "2003", "tran-duc-luong"),
        ("vn-president", "2008", "nguyen-minh-triet"),
        ("vn-president", "2013-10-01", "truong-tan-sang"),
        ("vn-president", "2017", "tran-dai-quang"),
        ("vn-president", "2019", "nguyen-phu-trong"),
        ("vn-president", "2022", "nguyen-xuan-phuc"),
        ("vn-president", "2023-06", "vo-van-thuong"),
        ("vn-president", "2024-07", "to-lam"),
        ("vn-president", "2025", "luong-cuong"),
        ("vn-president", "2026-05", "to-lam"),
        ("vn-prime-minister", "2003", "phan-van-khai"),
        ("vn-prime-minister", "2013", "nguyen-tan-dung"),
        ("vn-prime-minister", "2018", "nguyen-xuan-phuc"),
        ("vn-prime-minister", "2025", "pham-minh-chinh"),
        ("vn-prime-minister", "2026-05", "le-minh-hung"),
        ("vn-speaker", "2003", "nguyen-van-an"),
        ("vn-speaker", "2013", "nguyen-sinh-hung"),
        ("vn-speaker", "2018", "nguyen-thi-kim-ngan"),
        ("vn-speaker", "2022", "vuong-dinh-hue"),
        ("vn-speaker", "2025", "tran-thanh-man"),
    ] {
        check(&format!("office/{office}"), at, &format!("person/{person}"));
    }
}

#[test]
fn leaders_are_the_holders_of_the_offices_that_lead() {
    let actors = Actors::embedded();
    let leaders = |of: &str, at: &str| -> Vec<&str> { actors.leaders(of, period(at)).iter().map(|holder| holder.person).collect() };
    assert_eq!(leaders("country/CN", "2025"), ["person/xi-jinping"]);
    assert_eq!(leaders("country/KP", "2018-06-12"), ["person/kim-jong-un"]);
    assert_eq!(leaders("country/RU", "2010"), ["person/dmitry-medvedev"]);
    assert_eq!(leaders("country/EG", "2011-06-01"), ["person/mohamed-hussein-tantawi"]);
    assert_eq!(leaders("org/un", "2013"), ["person/ban-ki-moon"]);
    // Both lead, and no one word says which.
    assert_eq!(leaders("country/PL", "2014-01-01").len(), 2);
}

#[test]
fn former_and_coming_holders() {
    let actors = Actors::embedded();
    let at = period("2022-06-01");
    let former: Vec<&str> = actors.former_holders("office/us-president", at).iter().map(|holder| holder.person).collect();
    assert_eq!(former, ["person/donald-trump", "person/barack-obama", "person/george-w-bush", "person/bill-clinton"]);
    let elected = actors.next_holder("office/us-president", period("2024-12-01")).unwrap();
    assert_eq!((elected.person, elected.start), ("person/donald-trump", "2025-01-20"));
    assert!(actors.next_holder("office/us-president", period("2026-08-01")).is_none());
}

#[test]
fn offices_of_a_person() {
    let actors = Actors::embedded();
    let offices = |at: Option<&str>| -> Vec<&str> { actors.offices_of("person/hillary-clinton", at.map(period)).iter().map(|holder| holder.office).collect() };
    assert_eq!(offices(None), ["office/us-foreign-minister"]);
    assert_eq!(offices(Some("2010")), ["office/us-foreign-minister"]);
    assert!(offices(Some("2016")).is_empty());
}

#[test]
fn nothing_is_sure_beyond_the_list() {
    let actors = Actors::embedded();
    let holders = actors.holders("office/us-president", period("2028-05"));
    assert_eq!((holders[0].basis, holders[0].sure), (Basis::Beyond, false));
    assert!(actors.holders("office/none", period("2020")).is_empty());
}

#[test]
fn titles_and_bodies_mean_offices_under_other_names() {
    let actors = Actors::embedded();
    let meant = |role: &str, of: &str, at: &str| -> Vec<&str> { actors.meant(role, of, period(at)).iter().map(|holder| holder.person).collect() };
    assert_eq!(meant("chair", "country/CN", "2025"), ["person/xi-jinping"]);
    assert_eq!(meant("chair", "org/vn-parliament", "2013"), ["person/nguyen-sinh-hung"]);
    assert_eq!(meant("leader", "org/us-white-house", "2013"), ["person/barack-obama"]);
    assert_eq!(meant("leader", "org/ru-kremlin", "2013"), ["person/vladimir-putin"]);
    assert_eq!(meant("leader", "org/us-defence-ministry", "2014"), ["person/chuck-hagel"]);
    assert_eq!(meant("foreign-minister", "org/ru-foreign-ministry", "2014"), ["person/sergey-lavrov"]);
    assert_eq!(meant("party-leader", "org/vn-party", "2013"), ["person/nguyen-phu-trong"]);
    assert_eq!(meant("director", "org/imf", "2013"), ["person/christine-lagarde"]);
    assert_eq!(meant("chair", "org/european-commission", "2013"), ["person/jose-manuel-barroso"]);
    assert!(meant("president", "country/JP", "2013").is_empty());
    assert!(meant("chair", "org/boeing", "2013").is_empty());
}
