#include "plugins/local_offer/model/search/index_codec.hpp"

#include "plugins/local_offer/model/search/number_stream.hpp"
#include "plugins/local_offer/model/search/order.hpp"
#include "plugins/local_offer/model/search/subset_code.hpp"
#include "plugins/local_offer/model/search/word_codec.hpp"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace alongside::local_offer {
namespace {

constexpr std::string_view magic = "ASIX\2";
// A posting takes no bits where every service has the term, so a length alone does not bound them.
constexpr std::uint64_t most_postings_a_byte = 64;

// The weights that occur, most frequent first: a posting is told by its weight's place in this list, and
// most postings by its first.
std::vector<std::uint8_t> weights_of(const IndexTables& tables) {
  std::array<std::uint32_t, most_weight + 1> counts{};
  for (const std::uint32_t posting : tables.postings) ++counts[weight_of(posting)];
  std::vector<std::uint8_t> weights;
  for (std::uint32_t weight = 0; weight <= most_weight; ++weight) {
    if (counts[weight] > 0) weights.push_back(static_cast<std::uint8_t>(weight));
  }
  stable_order(weights, [&](std::uint8_t a, std::uint8_t b) { return counts[a] > counts[b]; });
  return weights;
}

// The services of one term, and then, weight by weight, which of those left have another.
class PostingWriter {
 public:
  PostingWriter(const IndexTables& tables, const std::vector<std::uint8_t>& weights) : tables_(tables) {
    for (std::size_t i = 0; i < weights.size(); ++i) place_[weights[i]] = static_cast<std::uint8_t>(i);
  }

  void write(std::uint32_t term) {
    const std::span<const std::uint32_t> postings(tables_.postings.data() + tables_.starts[term],
                                                  tables_.starts[term + 1] - tables_.starts[term]);
    std::vector<std::uint32_t> members;
    std::vector<std::uint8_t> places;
    for (const std::uint32_t posting : postings) {
      members.push_back(service_of(posting));
      places.push_back(place_[weight_of(posting)]);
    }
    put_number(counts_, static_cast<std::uint32_t>(members.size()));
    write_subset(bits_, members, tables_.services);
    for (std::uint8_t place = 0; !places.empty(); ++place) {
      std::vector<std::uint32_t> others;
      std::vector<std::uint8_t> left;
      for (std::uint32_t i = 0; i < places.size(); ++i) {
        if (places[i] == place) continue;
        others.push_back(i);
        left.push_back(places[i]);
      }
      put_number(counts_, static_cast<std::uint32_t>(others.size()));
      write_subset(bits_, others, static_cast<std::uint32_t>(places.size()));
      places = std::move(left);
    }
  }
  void finish(Bytes& bytes) {
    put_part(bytes, counts_);
    put_part(bytes, bits_.take());
  }

 private:
  const IndexTables& tables_;
  std::array<std::uint8_t, most_weight + 1> place_{};
  Bytes counts_;
  BitWriter bits_;
};

class IndexReader {
 public:
  IndexReader(std::span<const std::uint8_t> bytes, std::string_view texts)
      : bytes_(bytes), texts_(texts), reader_(bytes) {}

  Result<IndexTables> read() {
    if (!read_head() || !has_words() || !read_postings() || !reader_.is_done())
      return Error{ErrorCode::InvalidInput, "the search index is damaged"};
    return std::move(tables_);
  }

 private:
  bool read_head() {
    const auto start = reader_.take(magic.size());
    if (!std::equal(start.begin(), start.end(), magic.begin(), magic.end())) return false;
    tables_.services = reader_.number();
    words_ = reader_.number();
    terms_ = reader_.number();
    postings_ = reader_.number();
    return !reader_.has_failed() && tables_.services <= most_services && words_ <= most_words &&
           words_ <= bytes_.size() && terms_ <= words_ && postings_ <= most_postings &&
           postings_ <= bytes_.size() * most_postings_a_byte;
  }

  bool has_words() { return read_words(reader_, {words_, terms_}, texts_, tables_.dictionary) == WordsRead::Good; }

  bool read_postings() {
    const auto weights = reader_.part();
    NumberReader counts(reader_.part());
    BitReader bits(reader_.part());
    if (reader_.has_failed() || weights.size() > most_weight + 1) return false;
    tables_.starts.reserve(terms_ + 1);
    tables_.postings.resize(postings_);
    std::uint32_t at = 0;
    for (std::uint32_t term = 0; term < terms_; ++term) {
      const std::uint32_t count = counts.number();
      if (count == 0 || count > tables_.services || count > postings_ - at) return false;
      const std::span<std::uint32_t> members(tables_.postings.data() + at, count);
      if (read_subset(bits, members, tables_.services) == SubsetRead::Broken) return false;
      if (!read_weights(counts, bits, weights, members)) return false;
      at += count;
      tables_.starts.push_back(at);
    }
    return at == postings_ && counts.is_done() && bits.is_at_end();
  }

  // Puts the weights into postings that are services so far: the commonest into all, and then, weight by weight,
  // into those that are left.
  bool read_weights(NumberReader& counts, BitReader& bits, std::span<const std::uint8_t> weights,
                    std::span<std::uint32_t> postings) {
    if (!read_others(counts, bits, weights, 0, static_cast<std::uint32_t>(postings.size()))) return false;
    for (std::uint32_t& posting : postings) posting = posting_of(posting, weights[0]);
    for (const std::uint32_t other : others_) postings[other] = service_of(postings[other]);
    left_.swap(others_);
    for (std::size_t place = 1; !left_.empty(); ++place) {
      const auto left = static_cast<std::uint32_t>(left_.size());
      if (!read_others(counts, bits, weights, place, left)) return false;
      const auto others = static_cast<std::uint32_t>(others_.size());
      for (std::uint32_t i = 0, next = 0; i < left; ++i) {
        if (next < others && others_[next] == i)
          left_[next++] = left_[i];
        else
          postings[left_[i]] = posting_of(postings[left_[i]], weights[place]);
      }
      left_.resize(others);
    }
    return true;
  }

  // Which of those that are left have another weight than the one at this place.
  bool read_others(NumberReader& counts, BitReader& bits, std::span<const std::uint8_t> weights, std::size_t place,
                   std::uint32_t left) {
    if (place == weights.size() || weights[place] == 0) return false;
    const std::uint32_t others = counts.number();
    if (others > left) return false;
    others_.resize(others);
    return read_subset(bits, others_, left) == SubsetRead::Good;
  }

  std::span<const std::uint8_t> bytes_;
  std::string_view texts_;
  NumberReader reader_;
  IndexTables tables_;
  std::uint32_t words_ = 0;
  std::uint32_t terms_ = 0;
  std::uint32_t postings_ = 0;
  std::vector<std::uint32_t> others_;
  std::vector<std::uint32_t> left_;
};

}  // namespace

Bytes encode_index(const IndexTables& tables, std::string_view texts) {
  Bytes bytes(magic.begin(), magic.end());
  put_number(bytes, tables.services);
  put_number(bytes, tables.dictionary.size());
  put_number(bytes, tables.terms());
  put_number(bytes, static_cast<std::uint32_t>(tables.postings.size()));
  write_words(tables.dictionary, texts, bytes);
  const std::vector<std::uint8_t> weights = weights_of(tables);
  put_part(bytes, weights);
  PostingWriter writer(tables, weights);
  for (std::uint32_t term = 0; term < tables.terms(); ++term) writer.write(term);
  writer.finish(bytes);
  return bytes;
}

Result<IndexTables> decode_index(std::span<const std::uint8_t> bytes, std::string_view texts) {
  return IndexReader(bytes, texts).read();
}

}  // namespace alongside::local_offer
