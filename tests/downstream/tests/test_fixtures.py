"""What the pytest plugin of the library gives, without an import."""

from collections.abc import Callable, Mapping
from datetime import date

import pytest
from secretariat import FEE

from cpts_model import CPTS, Law, Register, Structure
from cpts_model.testing.assertions import AssertCompliant

DAY = date(2026, 11, 21)


def test_the_law_and_the_law_of_a_day(law: Law, law_on: Callable[[date], Law]) -> None:
    assert len(law_on(DAY)) < len(law)
    assert all(DAY in rule.in_force for rule in law_on(DAY))


def test_the_example_dossiers(example_dossiers: Mapping[str, Structure | Register]) -> None:
    assert isinstance(example_dossiers["cpts-ouest-gironde"], CPTS)
    assert isinstance(example_dossiers["registre-deux-cpts"], Register)
    with pytest.raises(TypeError):
        example_dossiers["mine"] = CPTS(id="mine")  # type: ignore[index]


def test_an_example_is_compliant(
    example_dossiers: Mapping[str, Structure | Register], assert_compliant: AssertCompliant
) -> None:
    assert_compliant(example_dossiers["msp-les-allymes"], on=DAY)
    assert_compliant(example_dossiers["registre-deux-cpts"], on=DAY)


def test_what_is_not_compliant_is_explained(
    example_dossiers: Mapping[str, Structure | Register], assert_compliant: AssertCompliant
) -> None:
    with pytest.raises(AssertionError) as caught:
        assert_compliant(example_dossiers["esp-sans-generaliste"], on=DAY)
    assert "esp.medecins-generalistes" in str(caught.value)
    assert "L1411-11-1" in str(caught.value)
    assert "Bring in general practitioners" in str(caught.value)


class TestOurLaw:
    @pytest.fixture
    def law(self, law: Law) -> Law:
        return law.extended(FEE)

    def test_a_fixture_can_be_overridden(self, law: Law) -> None:
        assert FEE.id in law
