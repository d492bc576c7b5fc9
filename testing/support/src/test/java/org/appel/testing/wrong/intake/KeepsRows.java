package org.appel.testing.wrong.intake;

import jakarta.persistence.Entity;

@Entity
class KeepsRows {}
