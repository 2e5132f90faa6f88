// What a list shows and what a search finds, made from a whole service: the first sentences, and
// the other words, each once and folded. Used by service_reader.
#pragma once

#include "plugins/local_offer/model/service_detail.hpp"

#include <string>

namespace alongside::local_offer {

std::string first_sentences(const RichText& description);
std::string search_words_of(const ServiceDetail& service);

}  // namespace alongside::local_offer
