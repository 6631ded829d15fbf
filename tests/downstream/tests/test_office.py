"""The office keeps what it is told, whatever happens in whatever order."""

from hypothesis import settings
from secretariat import Office

from cpts_model.testing import machine_for

TestOffice = machine_for(Office.opened, reorganises=False).TestCase
TestOffice.settings = settings(TestOffice.settings, max_examples=5, stateful_step_count=12)
