// IndexBuilder: takes the texts of one service after the other, each with its field's weight, and makes
// the tables of an index of them. Used by Search, and by the bench.
#pragma once

#include "plugins/local_offer/model/search/index_tables.hpp"
#include "plugins/local_offer/model/search/word_order.hpp"
#include "plugins/local_offer/model/search/word_table.hpp"

#include <cstdint>
#include <string_view>
#include <vector>

namespace alongside::local_offer {

enum class Stemming : std::uint8_t { None, English };
enum class Order : std::uint8_t { Forgotten, Kept };  // whether phrases may be found in a text

class IndexBuilder {
 public:
  explicit IndexBuilder(Stemming stemming) : stemming_(stemming) {}

  // A text of the service that is being read. Small words are left out.
  void add(std::string_view text, std::uint32_t weight, Order order);
  void end_service();

  // Once, at the end.
  IndexTables tables();
  WordOrder take_order() { return std::move(order_); }  // after tables()

 private:
  std::uint32_t term_of(std::string_view word);
  std::vector<std::uint32_t> number_terms(IndexTables& tables) const;
  void keep_order(const std::vector<std::uint32_t>& numbers);

  Stemming stemming_;
  WordTable words_;
  std::vector<std::uint32_t> term_of_word_;  // most_terms: a small word
  WordTable terms_;                          // stems
  std::uint32_t services_ = 0;
  struct Entry {
    std::uint32_t term;
    std::uint32_t posting;
  };
  std::vector<Entry> entries_;              // by service
  std::vector<std::uint32_t> latest_;       // for each term its latest entry's number and one
  std::vector<std::uint32_t> term_counts_;  // services that have the term
  std::uint32_t service_begin_ = 0;         // the first entry of the service that is being read
  std::vector<std::uint32_t> order_terms_;  // as they are numbered while there may be more, and gaps
  std::vector<std::uint32_t> order_ends_;   // of each service
  WordOrder order_;
};

}  // namespace alongside::local_offer
