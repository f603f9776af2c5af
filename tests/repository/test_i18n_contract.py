"""What the engine relies on in mkdocs-static-i18n: fails here before it fails in a build."""

from __future__ import annotations

import inspect

from mkdocs_static_i18n.config import I18nPluginLanguage
from mkdocs_static_i18n.plugin import I18n

from atlas.site.mkdocs_settings import ListedLanguage


def test_building_says_whether_this_is_a_pass_inside_the_outermost() -> None:
    assert I18n().building is False
    assert "self.building = True" in inspect.getsource(I18n.on_post_build)


def test_a_language_has_the_options_that_are_read_and_set() -> None:
    options = dict(I18nPluginLanguage._schema)
    assert set(ListedLanguage.__annotations__) <= set(options)


def test_files_are_sorted_by_language_after_the_shells_were_added() -> None:
    assert I18n.on_files.mkdocs_priority == -100
    assert I18n.on_config.mkdocs_priority == -100
    assert I18n.on_post_build.mkdocs_priority == -100
