from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from rasid.errors import RegisterError, UnknownNameError
from rasid.model.actor import ActorKind
from rasid.resolve.actor_build import FOLDER, compile_folder, main, plural_of
from rasid.resolve.actor_source import VOCABULARY_FILES, read_source
from rasid.resolve.actor_vocabulary import load_vocabulary
from rasid.resolve.actor_words import casing_of, fold, key_of, tokenise, without_clitics
from rasid.resolve.register import BODIES, INDEX_NAME, is_state_body, load_register, within

REGISTER = load_register()
GOOD = 'id = "iq.one"\nname = "The One"\nkind = "rebel_group"\ncountries = ["IQ"]\nsources = ["project"]'
ORGANISATIONS = [actor_id for actor_id in REGISTER if not is_state_body(actor_id)]

MUST_HOLD = """
Islamic State; Taliban; Haqqani network; Hezb-e-Islami Gulbuddin; Islamic Movement of Uzbekistan; al-Qaeda; Afghan National Army; ANSF; ANP
Farabundo Marti National Liberation Front; Shining Path; Sendero Luminoso; MRTA; Extraditables; Medellin Cartel; URNG; contras
FPMR; Lautaro Youth Movement; Maximiliano Hernandez Martinez Brigade; Zarate Willka; Morazanist Patriotic Front; Nationalist Republican Alliance
Jama'at Nusrat al-Islam wal-Muslimin; ISSP; Boko Haram; ISWAP; al-Shabaab; Rapid Support Forces; Sudanese Armed Forces; M23; CODECO
Tatmadaw; Arakan Army; Karen National Union; Wagner Group; Africa Corps; Donetsk People's Republic; Azov Brigade
Hamas; Hezbollah; Houthis; Ansar Allah; Palestinian Islamic Jihad; Sinaloa Cartel; CJNG; Los Zetas; G9 Family and Allies; Viv Ansanm
Fano; Oromo Liberation Army; Tigray People's Liberation Front; Renamo; Ambazonia Defence Forces; New People's Army; Abu Sayyaf
Barisan Revolusi Nasional; Tehrik-i-Taliban Pakistan; Balochistan Liberation Army; Naxalites; LTTE; PKK; Provisional IRA; Ulster Volunteer Force; ETA
MINUSMA; MONUSCO; AMISOM; ISAF; Saudi-led coalition; Multi-National Force in Iraq; Syrian Democratic Forces; Hay'at Tahrir al-Sham
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in VOCABULARY_FILES:
        shutil.copy(FOLDER / f"{name}.toml", tmp_path)
    return tmp_path


def write(folder: Path, *tables: str) -> Path:
    (folder / "test.toml").write_text("\n".join(f"[[actors]]\n{table}" for table in tables), encoding="utf-8")
    return folder


def test_the_compiled_file_is_what_the_toml_files_give() -> None:
    assert (FOLDER / INDEX_NAME).read_text(encoding="utf-8") == compile_folder()


def test_the_register_is_as_wide_as_promised() -> None:
    kinds = {REGISTER.actor(actor_id).kind for actor_id in ORGANISATIONS}
    states = read_source(FOLDER).tables["states"]
    assert len(ORGANISATIONS) >= 950
    assert len(states) >= 60
    assert {
        ActorKind.state_force,
        ActorKind.rebel_group,
        ActorKind.gang,
        ActorKind.peacekeepers,
        ActorKind.external_force,
    } <= kinds


@pytest.mark.parametrize("name", [name.strip() for name in MUST_HOLD.replace("\n", ";").split(";") if name.strip()])
def test_the_register_holds_the_name(name: str) -> None:
    assert REGISTER.bearers(key_of(name))


def test_every_country_has_its_four_bodies() -> None:
    for country in load_vocabulary().countries:
        assert {REGISTER.actor(f"{country.lower()}.{body}").home for body in BODIES} == {country}


def test_an_unknown_id_is_refused_with_the_id() -> None:
    with pytest.raises(UnknownNameError, match=r"xx\.nobody"):
        REGISTER.actor("xx.nobody")


def test_names_of_an_actor_start_with_the_canonical_one() -> None:
    names = REGISTER.names_of("sv.fmln")
    assert names[0] == "Farabundo Marti National Liberation Front"
    assert "FMLN" in names


@pytest.mark.parametrize(
    ("on", "part"), [(date(2015, 1, 1), False), (date(2016, 11, 26), True), (date(2024, 1, 1), True)]
)
def test_parents_hold_between_their_dates(on: date, part: bool) -> None:  # noqa: FBT001 - a table of cases
    assert ("iq.military" in REGISTER.parents("iq.popular_mobilization_forces", on)) is part


def test_a_kind_can_change_with_time() -> None:
    taliban = REGISTER.actor("af.taliban")
    kinds = [taliban.kind_on(day) for day in (None, date(1999, 1, 1), date(2010, 1, 1), date(2023, 1, 1))]
    assert kinds == [ActorKind.rebel_group, ActorKind.government, ActorKind.rebel_group, ActorKind.government]


def test_ids_of_ucdp_lead_to_actors() -> None:
    assert REGISTER.of_ucdp(234) == "iq.islamic_state"
    assert REGISTER.of_ucdp(116) == "iq.government"
    assert REGISTER.of_ucdp(6704) == REGISTER.of_ucdp(1149) == "mx.la_familia"
    assert REGISTER.of_ucdp(-1) is None


def test_parents_of_parents_are_found() -> None:
    assert REGISTER.parents("sv.fpl", date(1985, 1, 1)) == ("sv.fmln",)
    assert REGISTER.parents("ir.basij", date(1990, 1, 1)) == ("ir.irgc", "ir.military")


@pytest.mark.parametrize(
    ("start", "end", "inside"),
    [
        ("1980-10", "1992-12-15", True),
        ("1989-05-02", "", False),
        ("1989", "1989", True),
        ("", "1989-04", False),
        ("", "", True),
    ],
)
def test_bounds_of_any_precision_are_inclusive(start: str, end: str, inside: bool) -> None:  # noqa: FBT001 - a table of cases
    assert within(date(1989, 5, 1), start, end) is inside


@pytest.mark.parametrize(
    ("table", "message"),
    [
        (GOOD.replace("iq.one", "One"), "an id is a country code"),
        (GOOD.replace("rebel_group", "villains"), "none of the actor kinds"),
        (GOOD + '\nformed = "1989-13"', "no ISO year, month or day"),
        (GOOD + '\nformed = "1990"\nended = "1989"', "formed 1990 after it ended 1989"),
        (GOOD + '\nrelations = [{ kind = "part_of", of = "iq.two" }]', "part_of unknown actor iq.two"),
        (GOOD + '\nrelations = [{ kind = "hates", of = "iq.military" }]', "relation 'hates'"),
        (GOOD + '\nkinds = [{ kind = "villains" }]', "none of the actor kinds"),
        (GOOD + '\nprimary = ["Two"]', "'Two' is none of its names"),
        (GOOD + '\nalias = ["Two"]', "unknown field 'alias'"),
        (GOOD.replace('sources = ["project"]', ""), "'sources' is missing"),
    ],
)
def test_a_faulty_entry_is_refused(folder: Path, table: str, message: str) -> None:
    with pytest.raises(RegisterError, match=message):
        read_source(write(folder, table))


def test_all_faults_are_told_at_once(folder: Path) -> None:
    with pytest.raises(RegisterError, match=r"2 fault\(s\)"):
        read_source(
            write(
                folder, GOOD.replace("rebel_group", "a"), GOOD.replace("iq.one", "iq.two").replace("rebel_group", "b")
            )
        )


def test_an_id_stands_once(folder: Path) -> None:
    with pytest.raises(RegisterError, match=r"id iq\.one stands in"):
        read_source(write(folder, GOOD, GOOD))


def test_a_missing_vocabulary_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(RegisterError, match=r"generic, nationalities, states\.toml"):
        read_source(tmp_path)


@pytest.mark.parametrize(
    ("first", "second", "refused"),
    [
        ("", "", True),
        ('ended = "1990"', 'formed = "1990"', False),
        ('ended = "1991"', 'formed = "1990"', True),
        ('primary = ["The One"]', "", False),
        ('primary = ["The One"]', 'primary = ["The One"]', True),
    ],
)
def test_one_name_for_two_living_actors_needs_a_rule(folder: Path, first: str, second: str, refused: bool) -> None:  # noqa: FBT001 - a table
    tables = [f"{GOOD}\n{first}", f"{GOOD.replace('iq.one', 'iq.two')}\n{second}"]
    if refused:
        with pytest.raises(RegisterError, match=r"'one' means both iq\.one and iq\.two"):
            read_source(write(folder, *tables))
    else:
        assert {"iq.one", "iq.two"} <= set(read_source(write(folder, *tables)).actors)


def test_a_name_local_to_two_countries_is_no_conflict(folder: Path) -> None:
    one = GOOD + '\nlocal = { IQ = ["Guard"] }'
    two = (
        GOOD.replace("iq.one", "sy.one").replace("The One", "Two").replace('"IQ"', '"SY"')
        + '\nlocal = { SY = ["Guard"] }'
    )
    assert len([named for named in read_source(write(folder, one, two)).names if named.written == "Guard"]) == 2


def test_our_own_labels_carry_no_loaded_word() -> None:
    vocabulary = load_vocabulary()
    loaded = vocabulary.loaded - {"regime"}
    labels = {people.label for people in vocabulary.nouns.values() if people} | {kind.value for kind in ActorKind}
    bodies = {REGISTER.actor(f"iq.{body}").name for body in BODIES}
    assert not [(label, word) for label in labels | bodies for word in loaded if f" {word} " in f" {key_of(label)} "]


def test_there_are_enough_nouns_in_both_numbers() -> None:
    nouns = load_vocabulary().nouns
    assert len(nouns) >= 600
    assert {
        "soldier",
        "soldiers",
        "gunman",
        "gunmen",
        "deputies",
        "passersby",
        "women",
    } <= set(nouns)


@pytest.mark.parametrize(
    ("noun", "plural"),
    [
        ("soldier", "soldiers"),
        ("policewoman", "policewomen"),
        ("gunman", "gunmen"),
        ("deputy", "deputies"),
        ("boss", "bosses"),
        ("convoy", "convoys"),
        ("human", "humans"),
    ],
)
def test_plurals(noun: str, plural: str) -> None:
    assert plural_of(noun) == plural


def test_capitals_do_not_change_the_key_of_a_name() -> None:
    changed = [
        name
        for actor_id in ORGANISATIONS
        for name in REGISTER.names_of(actor_id)
        if key_of(name) != key_of(name.upper())
    ]
    assert not changed


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Da’esh", "Daesh"),
        ("Túpac", "TUPAC"),
        ("Iraq's", "Iraq"),
        ("إسلامية", "اسلاميه"),
        ("U.S.", "US"),
        ("TÜRKİYE", "Türkiye"),
    ],
)
def test_spellings_of_one_word_meet(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_tokens_keep_offsets_and_leave_the_possessive_out() -> None:
    text = "L'armée—the FMLN’s men (U.S. made)"
    assert [text[token.start : token.end] for token in tokenise(text)] == [
        "L'armée",
        "the",
        "FMLN",
        "men",
        "(",
        "U.S.",
        "made",
        ")",
    ]


@pytest.mark.parametrize(
    ("text", "casing"),
    [("FMLN ATTACK", "capitals"), ("the FMLN", "mixed"), ("the fmln", "small"), ("داعش", "mixed"), ("", "mixed")],
)
def test_casing(text: str, casing: str) -> None:
    assert casing_of(text) == casing


def test_a_compiled_register_of_ones_own_can_be_loaded(folder: Path) -> None:
    main(write(folder, GOOD))
    register = load_register(folder / INDEX_NAME)
    assert "iq.one" in register
    assert "sv.fmln" not in register


@pytest.mark.parametrize(
    ("content", "message"), [("{", "cannot be read"), ("{}", "is no compiled register"), (None, "cannot be read")]
)
def test_a_damaged_file_is_refused(tmp_path: Path, content: str | None, message: str) -> None:
    path = tmp_path / "register.json"
    if content is not None:
        path.write_text(content, encoding="utf-8")
    with pytest.raises(RegisterError, match=message):
        load_register(path)


@pytest.mark.parametrize(
    ("written", "bare"),
    [
        ("لداعش", [("داعش", 1)]),
        ("ولداعش", [("لداعش", 1), ("داعش", 2)]),
        ("للحشد", [("الحشد", 1)]),
        ("داعش", []),
        ("ISIS", []),
    ],
)
def test_arabic_particles_come_off(written: str, bare: list[tuple[str, int]]) -> None:
    assert without_clitics(written) == bare
