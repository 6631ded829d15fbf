"""Legal forms, and their codes in the FINESS register."""

from enum import Enum

import attrs

from cpts_model.engine.text import Text
from cpts_model.engine.unknown import OpenQuestion


class LegalForm(Enum):
    """The legal form under which a structure or an organisation exists."""

    ASSOCIATION = "association"
    ASSOCIATION_DROIT_LOCAL = "association-droit-local"
    SISA = "sisa"
    SCM = "scm"
    SCP = "scp"
    SEL = "sel"
    GIE = "gie"
    GCS = "gcs"
    GCSMS = "gcsms"
    GIP = "gip"
    FONDATION = "fondation"
    MUTUELLE = "mutuelle"
    COMMUNE = "commune"
    DEPARTEMENT = "departement"
    REGION = "region"
    CCAS = "ccas"
    ETABLISSEMENT_PUBLIC_DE_SANTE = "etablissement-public-de-sante"
    SCIC = "scic"
    SOCIETE = "societe"
    NATURAL_PERSON = "personne-physique"
    OTHER = "autre"

    @property
    def label(self) -> Text:
        """The form's name."""
        return _FORMS[self].label

    @property
    def finess_codes(self) -> tuple[str, ...]:
        """Its codes in the register's table of legal statuses (TRE_R72)."""
        return _FORMS[self].finess_codes

    @property
    def is_legal_person(self) -> bool:
        """Whether it gives legal personality.

        Raises:
            OpenQuestion: the form is not one of those listed here.
        """
        if self is LegalForm.OTHER:
            raise OpenQuestion(
                Text(
                    "forme juridique non répertoriée : vérifier qu'elle confère la personnalité morale",
                    "legal form not listed: check that it gives legal personality",
                )
            )
        return self is not LegalForm.NATURAL_PERSON

    @property
    def is_association_1901(self) -> bool:
        """Whether it is an association of the law of 1 July 1901."""
        return self is LegalForm.ASSOCIATION

    @property
    def is_association_droit_local(self) -> bool:
        """Whether it is an association under the local civil code of Alsace-Moselle."""
        return self is LegalForm.ASSOCIATION_DROIT_LOCAL

    @property
    def is_association(self) -> bool:
        """Whether it is an association of either kind."""
        return self.is_association_1901 or self.is_association_droit_local

    @property
    def is_sisa(self) -> bool:
        """Whether it is a société interprofessionnelle de soins ambulatoires."""
        return self is LegalForm.SISA

    @property
    def is_collectivite(self) -> bool:
        """Whether it is a commune, a grouping of communes, a département or a région.

        A CCAS is none: it is a public body of its own, attached to a commune or a grouping.
        """
        return self in (LegalForm.COMMUNE, LegalForm.DEPARTEMENT, LegalForm.REGION)

    @property
    def is_region(self) -> bool:
        """Whether it is a région: a local authority that some lists of local authorities leave out."""
        return self is LegalForm.REGION

    @property
    def is_ccas(self) -> bool:
        """Whether it is a centre communal or intercommunal d'action sociale."""
        return self is LegalForm.CCAS

    @property
    def is_non_profit(self) -> bool:
        """Whether a body of this form makes no profit for anybody, by the form alone.

        Associations, foundations and mutual societies. Of any other form it has to be told:
        a GIP or a GCS may be non-profit or not, and a SCIC has a condition of its own.
        """
        return self.is_association or self in (LegalForm.FONDATION, LegalForm.MUTUELLE)

    @property
    def is_natural_person(self) -> bool:
        """Whether there is no legal person at all, but somebody in their own name."""
        return self is LegalForm.NATURAL_PERSON

    @property
    def is_other(self) -> bool:
        """Whether it is a form not listed here, of which nothing can be said."""
        return self is LegalForm.OTHER

    @property
    def is_etablissement_public_de_sante(self) -> bool:
        """Whether it is a public hospital."""
        return self is LegalForm.ETABLISSEMENT_PUBLIC_DE_SANTE

    @property
    def is_gcs(self) -> bool:
        """Whether it is a groupement de coopération sanitaire, which may be a public hospital or not."""
        return self is LegalForm.GCS

    @property
    def is_scic(self) -> bool:
        """Whether it is a société coopérative d'intérêt collectif."""
        return self is LegalForm.SCIC

    @classmethod
    def from_finess(cls, code: str) -> "LegalForm":
        """The form that a FINESS legal status stands for; ``OTHER`` when none is listed."""
        return next((form for form in cls if code in form.finess_codes), cls.OTHER)


@attrs.frozen(slots=True)
class _Form:
    label: Text
    finess_codes: tuple[str, ...] = ()


_FORMS = {
    LegalForm.ASSOCIATION: _Form(Text("association loi 1901", "association (law of 1901)"), ("60", "61")),
    LegalForm.ASSOCIATION_DROIT_LOCAL: _Form(
        Text("association de droit local (Alsace-Moselle)", "association under local law (Alsace-Moselle)"),
        ("62",),
    ),
    LegalForm.SISA: _Form(
        Text("société interprofessionnelle de soins ambulatoires (SISA)", "SISA (interprofessional company)"),
        ("80",),
    ),
    LegalForm.SCM: _Form(Text("société civile de moyens (SCM)", "SCM (company sharing means)"), ("79",)),
    LegalForm.SCP: _Form(
        Text("société civile professionnelle (SCP)", "SCP (professional civil company)"), ("88",)
    ),
    LegalForm.SEL: _Form(
        Text("société d'exercice libéral (SEL)", "SEL (company of liberal practice)"),
        ("85", "86", "87", "91"),
    ),
    LegalForm.GIE: _Form(
        Text("groupement d'intérêt économique (GIE)", "GIE (economic interest grouping)"), ("76",)
    ),
    LegalForm.GCS: _Form(
        Text("groupement de coopération sanitaire (GCS)", "GCS (health cooperation grouping)"), ("29", "89")
    ),
    LegalForm.GCSMS: _Form(
        Text(
            "groupement de coopération sociale ou médico-sociale (GCSMS)",
            "GCSMS (social cooperation grouping)",
        ),
        ("30", "66"),
    ),
    LegalForm.GIP: _Form(
        Text("groupement d'intérêt public (GIP)", "GIP (public interest grouping)"), ("28",)
    ),
    LegalForm.FONDATION: _Form(Text("fondation", "foundation"), ("63",)),
    LegalForm.MUTUELLE: _Form(Text("organisme mutualiste", "mutual society"), ("47", "49")),
    LegalForm.COMMUNE: _Form(
        Text("commune ou groupement de communes", "commune or grouping of communes"), ("03", "07")
    ),
    LegalForm.DEPARTEMENT: _Form(Text("département", "département"), ("02",)),
    LegalForm.REGION: _Form(Text("région", "région"), ("04",)),
    LegalForm.CCAS: _Form(
        Text("centre communal ou intercommunal d'action sociale", "CCAS or CIAS"), ("17", "08")
    ),
    LegalForm.ETABLISSEMENT_PUBLIC_DE_SANTE: _Form(
        Text("établissement public de santé", "public hospital"), ("10", "11", "12", "13", "14", "15")
    ),
    LegalForm.SCIC: _Form(
        Text("société coopérative d'intérêt collectif (SCIC)", "SCIC (cooperative of collective interest)")
    ),
    LegalForm.SOCIETE: _Form(
        Text("autre société", "other company"), ("71", "72", "73", "74", "75", "78", "93", "95")
    ),
    LegalForm.NATURAL_PERSON: _Form(Text("personne physique", "natural person"), ("70",)),
    LegalForm.OTHER: _Form(Text("autre forme", "other form")),
}
