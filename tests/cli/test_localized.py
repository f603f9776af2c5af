"""What commands say, in the language of whoever runs them."""

from __future__ import annotations

import ast
import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from atlas.cli import localized, options
from atlas.cli.interview.interviewer import Interviewer
from atlas.cli.main import main
from atlas.i18n import catalogues, report
from atlas.i18n.messages import NOTHING, Label, Verbatim, msg, placeholders
from atlas.lookup import finder
from tests.cli.test_new import TWINNING
from tests.conftest import ROOT
from tests.site_languages import LANGUAGES, TRANSLATED

ROOM = ROOT / "hooks" / "atlas"
MINIMAL = ROOT / "tests" / "cases" / "minimal" / "data"
WHOLE = ROOT / "tests" / "cases" / "whole" / "data"

FOR_DEVELOPERS = {"catalogues", "forms", "generated", "release", "schema"}
"""Modules of commands that speak English alone."""

COMMANDS = [
    path.relative_to(ROOM).with_suffix("").as_posix()
    for path in sorted((ROOM / "cli").rglob("*.py"))
    if path.stem not in FOR_DEVELOPERS
]

SPEAKING = [
    path.relative_to(ROOM).with_suffix("").as_posix() for path in sorted(ROOM.rglob("*.py"))
]
"""Every module of the engine."""

UNTOLD = {"echo", "prompt", "confirm", "ClickException", "UsageError", "BadParameter"}
"""What click would print as it is."""

MARKS = str.maketrans("", "", "\u2067\u2068\u2069")


def _run(language: str, *arguments: str | Path, given: str = "") -> Result:
    result = CliRunner().invoke(main, list(map(str, arguments)), given, {"LC_ALL": language})
    assert result.exception is None or isinstance(result.exception, SystemExit), result.output
    return result


def _calls(module: str, names: set[str]) -> Iterator[ast.Call]:
    """The calls of functions of these names in a module."""
    for node in ast.walk(ast.parse((ROOM / f"{module}.py").read_text("utf-8"))):
        if isinstance(node, ast.Call):
            called = node.func
            name = called.attr if isinstance(called, ast.Attribute) else ""
            if (called.id if isinstance(called, ast.Name) else name) in names:
                yield node


def _texts(*modules: str) -> set[str]:
    """The templates of the sentences that modules say."""
    return {
        argument.value
        for module in modules
        for call in _calls(module, {"msg", "msg_plural"})
        for argument in call.args[:1]
        if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
    }


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return Path(shutil.copytree(MINIMAL, tmp_path / "data"))


@pytest.mark.parametrize("language", TRANSLATED)
def test_every_sentence_of_a_command_is_in_the_catalogue(language: str) -> None:
    known = {
        message.id[0] if isinstance(message.id, tuple) else message.id
        for message in catalogues.load(language, catalogues.PROBLEMS)
        if message.string
    }
    said = _texts(*SPEAKING)
    assert said
    assert said - known == set()


def test_commands_for_editors_print_nothing_but_sentences() -> None:
    loose = [
        f"{module}:{call.lineno}"
        for module in COMMANDS
        for call in _calls(module, UNTOLD)
        if any(_is_english(argument) for argument in call.args)
    ]
    assert loose == []


def _is_english(node: ast.expr) -> bool:
    """Whether words are written out here, not only signs and the ending of a file's name."""
    if isinstance(node, ast.JoinedStr):
        return any(_is_english(part) for part in node.values)
    text = node.value if isinstance(node, ast.Constant) else None
    return isinstance(text, str) and re.search(r"(?<![./\w])[A-Za-z]{2}", text) is not None


@pytest.mark.parametrize("language", TRANSLATED)
def test_nothing_english_is_asked_in_another_language(language: str, tmp_path: Path) -> None:
    data = Path(shutil.copytree(WHOLE, tmp_path / "data"))
    english = Path(shutil.copytree(WHOLE, tmp_path / "english" / "data"))
    given = "".join(f"{answer}\n" for answer in TWINNING.values())
    result = _run("C", "new", "--lang", language, "--data", data, given=given)
    assert result.exit_code == 0, result.output
    told = result.output.translate(MARKS)
    texts = _texts(
        *(module for module in COMMANDS if "interview" in module),
        *("cli/commands/new", "editing/questions/__init__", "editing/parse_answers"),
    )
    untranslated = {
        text
        for text in texts
        if not placeholders(text)
        and len(text) > len("Its title")
        and text != report.render(msg(text), language)
        and text in told
    }
    assert untranslated == set()
    assert _run("C", "new", "--data", english, given=given).exit_code == 0
    assert _files(data) == _files(english)


def _files(data: Path) -> dict[str, bytes]:
    return {
        path.relative_to(data).as_posix(): path.read_bytes()
        for path in data.rglob("*")
        if path.is_file()
    }


@pytest.mark.languages("fr")
def test_a_theme_is_asked_about_in_french(data: Path) -> None:
    given = "Français\nSport\nLes jeux.\nSport\n\nplus tard\no\n"
    result = _run("fr_BE.UTF-8", "new", "theme", "--data", data, given=given)
    assert result.output.replace("\u00a0", " ").splitlines() == [
        "Laissez de côté ce que vous ne savez pas. Entrée reprend ce qui est entre [ ]. < ramène à "
        "la question précédente. Ctrl-C arrête tout à tout moment ; rien n’est écrit.",
        "Dans quelle langue écrirez-vous : en, nl, fr, ar, … [français] : Français",
        "Le nom du thème : Sport",
        "Ce qui en relève : une phrase : Les jeux.",
        "L’identifiant est le nom du fichier et une partie de l’adresse. Choisissez-le court ; "
        "il reste quand le titre change.",
        "L’identifiant [sport] : Sport",
        "Erreur : « Sport » n’est pas un identifiant. Employez des minuscules de a à z, des "
        "chiffres et des traits d’union simples, 64 caractères au plus : sport.",
        "L’identifiant [sport] : ",
        "Vos réponses :",
        "   1  Dans quelle langue écrirez-vous : français",
        "   2  Le nom du thème : Sport",
        "   3  Ce qui en relève : Les jeux.",
        "   4  L’identifiant : sport",
        "data/themes/sport.yml:2:1  avertissement : aucune autre fiche ne nomme le thème "
        "« sport ». Citez son identifiant là où il convient, ou supprimez son fichier.",
        "1 avertissement dans 1 fichier",
        "Seront écrits :",
        "  data/themes/sport.yml",
        "Faut-il les écrire ? Ou changez une réponse en donnant son numéro [O/n] : plus tard",
        "Erreur : répondez par oui ou par non, ou par le numéro d’une réponse.",
        "Faut-il les écrire ? Ou changez une réponse en donnant son numéro [O/n] : o",
        "écrit : data/themes/sport.yml",
        "Pour les voir : make serve",
        "Après toute modification, vérifiez-les avec : .venv/bin/atlas check",
    ]
    assert "names: {fr: Sport}" in (data / "themes" / "sport.yml").read_text("utf-8")


@pytest.mark.languages("ar")
def test_a_place_is_asked_about_in_arabic(data: Path) -> None:
    given = "عربية\nطنجة\nأطلنطس\nالمغرب\nبلدية\ntangier\nنعم\n"
    result = _run("C", "new", "place", "--lang", "ar", "--data", data, given=given)
    lines = result.output.translate(MARKS).splitlines()
    assert lines[1:6] == [
        "بأي لغة ستكتب: en، nl، fr، ar، … [العربية]: عربية",
        "اسم المكان: طنجة",
        "بلد طنجة: أطلنطس",
        "خطأ: لا يوجد بلد باسم «أطلنطس»؛ جرّب اسمه بلغة أخرى، أو رمزه المؤلف من حرفين.",
        "بلد طنجة: المغرب",
    ]
    assert "  المغرب (MA)" in lines
    assert "معرّف طنجة: اسمه بالحروف اللاتينية، مثل port-azul: tangier" in lines
    assert "كُتب data/places/tangier.yml" in lines
    assert "\u2067بلد \u2068طنجة\u2069:\u2069 " in result.output
    assert "countries: [MA]" in (data / "places" / "tangier.yml").read_text("utf-8")


@pytest.mark.parametrize("name", ["FR", "fr", "fra", "français", "French", "Frans", "الفرنسية"])
def test_a_language_is_known_by_its_name_in_any_language(name: str, data: Path) -> None:
    assert finder.find_languages(name) == ["fr"]
    given = f"{name}\nSport\nLes jeux.\n\ny\n"
    result = _run("C", "new", "theme", "--data", data, given=given)
    assert "  French (fr)\n" in result.output or name == "fr"
    assert "names: {fr: Sport}" in (data / "themes" / "sport.yml").read_text("utf-8")


@pytest.mark.languages("nl")
def test_a_language_that_nobody_knows_is_asked_for_again(data: Path) -> None:
    result = _run("nl", "new", "theme", "--data", data, given="Klingonees\n")
    assert (
        "Fout: geen taal heet “Klingonees”; probeer haar naam in een andere taal" in result.output
    )
    assert result.output.count("In welke taal") == 2
    assert "\nAfgebroken!\n" in result.output


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        *(("y", True), ("Yes", True), ("ja", True), ("J", True), ("oui", True), ("نعم", True)),
        *(("n", False), ("no", False), ("nee", False), ("NON", False), ("لا", False), ("ل", False)),
    ],
)
@pytest.mark.languages("nl", "fr", "ar")
def test_yes_and_no_are_understood_in_every_language(given: str, meant: bool) -> None:
    @click.command()
    @options.LANG
    def asked() -> None:
        click.echo(Interviewer().ask_yes_or_no(msg("Is yours another one")))

    result = CliRunner().invoke(asked, ["--lang", "en"], f"{given}\n")
    assert result.output.endswith(f"{meant}\n")


@pytest.mark.languages("nl", "fr", "ar")
def test_a_label_is_the_one_of_the_site() -> None:
    told = [report.render(Label("Twinning"), language) for language in LANGUAGES]
    assert sorted(told) == sorted(
        ["Twinning", "Jumelage of stedenband", "Jumelage", "\u2067توأمة\u2069"]
    )


@pytest.mark.languages("ar")
def test_records_are_counted_in_the_form_they_should_have_in_arabic(data: Path) -> None:
    _run("C", "fmt", "--data", data)
    result = _run("ar", "fmt", "--check", "--data", data)
    assert result.output == "\u20677 بطاقات بالصيغة الموحّدة\u2069\n"
    result = _run("ar", "fmt", "--check", "--data", data, data / "places" / "hill.yml")
    assert result.output == "\u2067بطاقة واحدة بالصيغة الموحّدة\u2069\n"


@pytest.mark.languages("nl")
def test_a_formatted_record_is_named_in_dutch(data: Path) -> None:
    (data / "places" / "hill.yml").write_text("names: {en: 'Hill'}\ntype: municipality\n", "utf-8")
    result = _run("nl_BE", "fmt", "--data", data, data / "places" / "hill.yml")
    assert result.output == "in de vaste vorm geschreven: data/places/hill.yml\n"


@pytest.mark.languages("fr")
def test_a_renamed_record_is_named_in_french(data: Path) -> None:
    result = _run("C", "rename", "--lang", "fr", "places/hill", "mount", "--data", data)
    assert result.output.replace("\u00a0", " ").splitlines() == [
        "data/places/hill.yml s’appelle désormais mount.yml ; son ancienne adresse mènera à la "
        "nouvelle",
        "modifié : data/actors/hill.yml",
    ]
    refused = _run("fr", "rename", "places/mount", "dale", "--data", data)
    assert refused.output.replace("\u00a0", " ") == (
        "Erreur : l’identifiant « dale » est déjà pris par data/places/dale.yml. "
        "Choisissez-en un autre.\n"
    )
    assert refused.exit_code == 1


@pytest.mark.languages("nl")
def test_what_a_translator_has_to_do_is_told_in_dutch(data: Path) -> None:
    lines = _run("nl", "translations", "fr", "--data", data).output.splitlines()
    assert "data/places/hill.yml: fr mist names" in lines
    assert lines[-1].startswith(
        "fr: 1 van 7 fiches volledig; bij 6 ontbreken teksten, 0 zijn verouderd, 0 door een machine"
    )


@pytest.mark.languages("ar")
def test_a_site_that_may_be_published_is_announced_in_arabic(data: Path, tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    (site / "sitemap.xml").write_text("<urlset/>", "utf-8")
    result = _run("ar", "gate", site, "--data", data)
    assert result.output == (
        "\u2067خطأ: \u2068sitemap.xml\u2069: لا صفحة مذكورة فيه مع لغاتها.\u2069\n"
    )
    assert result.exit_code == 1


@pytest.mark.languages("ar")
def test_a_summary_in_arabic_runs_from_right_to_left(data: Path) -> None:
    (data / "cooperations" / "hill-dale.yml").unlink()
    output = _run("ar", "review", "--before", MINIMAL, "--data", data).output
    assert output.startswith('<div dir="rtl" lang="ar">\n\n# البطاقات سليمة\n')
    assert "## محذوف: \u2068cooperations 1\u2069\n" in output
    assert output.endswith("\n</div>\n")
    assert "Gone" not in output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nope"], "il n’y a pas de commande nope."),
        (["--nope"], "il n’y a pas d’option --nope."),
        (["fmt", "--nope"], "il n’y a pas d’option --nope."),
        (["rename", "places/hill"], "il manque NEW-ID."),
        (["review"], "il manque --before."),
        (["new", "town"], "KIND doit être l’un de ceux-ci : cooperation, actor, place,"),
        (["gate", "/nowhere"], "SITE n’indique ni fichier ni dossier utilisable ici."),
        (["gate", ".", "--may-vanish", "many"], "--may-vanish n’accepte pas cette valeur : "),
        (["rename", "places/hill", "the", "mount"], "il y a plus sur la ligne que la commande "),
    ],
)
@pytest.mark.languages("fr")
def test_what_is_typed_wrongly_is_told_in_french(arguments: list[str], said: str) -> None:
    result = _run("fr", *arguments)
    usage, help_, *_, wrong = result.output.replace("\u00a0", " ").splitlines()
    assert usage.startswith("Utilisation : ")
    assert help_.startswith("Aide (en anglais) : ")
    assert wrong.startswith(f"Erreur : {said}")
    assert result.exit_code == 2


@pytest.mark.languages("fr")
def test_an_option_without_its_value_is_told_in_french() -> None:
    result = _run("fr", "fmt", "--data")
    assert result.output.endswith("--data est suivi d’une valeur de trop ou de trop peu.\n")


@pytest.mark.languages("nl")
def test_the_language_that_is_asked_for_holds_for_mistakes_beside_it() -> None:
    result = _run("C", "rename", "--data", "x", "--lang", "nl")
    assert "Fout: FOLDER/ID ontbreekt." in result.output


def test_help_is_shown_where_no_command_is_named() -> None:
    assert _run("fr").output.startswith("Usage: ")


def test_without_a_command_the_computer_says_which_language(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("LC_ALL", "fr_BE.UTF-8")
    assert localized.find_language() == "fr"


def test_an_error_of_the_system_is_told_in_its_own_words() -> None:
    assert localized.explain(OSError("disk full")) == Verbatim("disk full")
    assert localized.explain(ValueError()) == NOTHING
