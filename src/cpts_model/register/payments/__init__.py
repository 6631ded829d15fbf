"""Judging a table of payments: each line, and each person's civil year over all structures."""

from cpts_model.register.index import PaidBy
from cpts_model.register.payments.lines import PaymentLine, When
from cpts_model.register.payments.people import PersonYear
from cpts_model.register.payments.report import PaymentReport, payment_check
from cpts_model.register.payments.sums import Sum

__all__ = ["PaidBy", "PaymentLine", "PaymentReport", "PersonYear", "Sum", "When", "payment_check"]
