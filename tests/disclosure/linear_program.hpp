// LinearProgram: how many of each kind of person there could be, given what is published: numbers that are not
// under nought, and facts about sums of them. Wraps GLPK. Used by the proof.
#pragma once

#include <cstddef>
#include <memory>
#include <vector>

struct glp_prob;

namespace alongside::disclosure {

// A published number: the sum over these unknowns lies within.
struct Fact {
  std::vector<std::size_t> unknowns;
  double least = 0;
  double most = 0;
};

class LinearProgram {
 public:
  LinearProgram(std::size_t unknowns, const std::vector<Fact>& facts);
  ~LinearProgram();
  LinearProgram(const LinearProgram&) = delete;
  LinearProgram& operator=(const LinearProgram&) = delete;

  enum class Towards { Least, Most };
  // One solution at which the sum over `unknowns` is least or most. Stops the program when there is none:
  // the truth is one, so the facts were written down wrongly.
  std::vector<double> solve(const std::vector<std::size_t>& unknowns, Towards towards);

 private:
  glp_prob* program_;
  std::size_t unknowns_;
};

}  // namespace alongside::disclosure
