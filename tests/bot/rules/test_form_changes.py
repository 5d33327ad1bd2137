from dataclasses import replace
from decimal import Decimal

from bot.rules.achievement import Direction, Method
from bot.rules.form_changes import Change, RowsChanged, changes
from bot.rules.forms import Figure, FilledForm, FormMark, Indicator
from bot.rules.registers import LhpRow

D = Decimal
ROW = Indicator(1, "S", "Desa", "desa", Direction.UP, Method.SUM, D(9), D(3), None, None, "a")
FIGURE = Figure(ROW, D(5), factors="Cuaca", actual_at="I6")
FORM = FilledForm(FormMark(1, 1, "a", 1), (FIGURE,), lhp=(LhpRow("1"), LhpRow("1"), LhpRow("2")))


def test_the_same_form_has_no_changes_wherever_its_cells_stand() -> None:
    moved = replace(FORM, figures=(replace(FIGURE, actual=D("5.0"), actual_at="I9"),))
    assert not changes(FORM, moved)


def test_each_changed_figure_is_told_with_what_it_was() -> None:
    after = replace(FORM, figures=(replace(FIGURE, actual=None, factors="Akses"),))
    assert changes(FORM, after).figures == (
        Change(1, "actual", D(5), None),
        Change(1, "factors", "Cuaca", "Akses"),
    )


def test_rows_of_a_register_are_counted_where_they_came_and_went() -> None:
    after = replace(FORM, lhp=(LhpRow("1"), LhpRow("2", findings=D(1)), LhpRow("3")))
    assert changes(FORM, after).rows == (RowsChanged("lhp", added=2, removed=2),)
