/**
 * What an operator can set, and what the features' HTTP sides have in common: how a refusal looks, how a list is cut into
 * pages, which codes a body may use. No rule and no storage in here.
 */
@NullMarked
package org.appel.postings.config;

import org.jspecify.annotations.NullMarked;
