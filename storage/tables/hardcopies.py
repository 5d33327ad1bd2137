"""How often the lack of a closed run's signed papers was told."""

import sqlalchemy as sa

from storage.tables.base import metadata

hardcopy_watches = sa.Table(
    "hardcopy_watches",
    metadata,
    sa.Column("run_id", sa.ForeignKey("runs.id"), primary_key=True, autoincrement=False),
    sa.Column("told", sa.Integer, nullable=False),
    # nothing is lacking, until newer content is printed
    sa.Column("over", sa.Boolean, nullable=False),
)
