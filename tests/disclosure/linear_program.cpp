#include "tests/disclosure/linear_program.hpp"

#include <glpk.h>

#include <cstdio>
#include <cstdlib>

namespace alongside::disclosure {
namespace {

int number(std::size_t from_nought) { return static_cast<int>(from_nought) + 1; }

void add_fact(glp_prob* program, std::size_t row, const Fact& fact) {
  glp_set_row_bnds(program, number(row), fact.least == fact.most ? GLP_FX : GLP_DB, fact.least, fact.most);
  std::vector<int> places{0};
  std::vector<double> ones(fact.unknowns.size() + 1, 1.0);
  for (const std::size_t unknown : fact.unknowns) places.push_back(number(unknown));
  glp_set_mat_row(program, number(row), static_cast<int>(fact.unknowns.size()), places.data(), ones.data());
}

}  // namespace

LinearProgram::LinearProgram(std::size_t unknowns, const std::vector<Fact>& facts)
    : program_(glp_create_prob()), unknowns_(unknowns) {
  glp_term_out(GLP_OFF);
  glp_add_cols(program_, static_cast<int>(unknowns));
  for (std::size_t i = 0; i < unknowns; ++i) glp_set_col_bnds(program_, number(i), GLP_LO, 0, 0);
  glp_add_rows(program_, static_cast<int>(facts.size()));
  for (std::size_t i = 0; i < facts.size(); ++i) add_fact(program_, i, facts[i]);
}

LinearProgram::~LinearProgram() { glp_delete_prob(program_); }

std::vector<double> LinearProgram::solve(const std::vector<std::size_t>& unknowns, Towards towards) {
  glp_set_obj_dir(program_, towards == Towards::Least ? GLP_MIN : GLP_MAX);
  for (std::size_t i = 0; i < unknowns_; ++i) glp_set_obj_coef(program_, number(i), 0);
  for (const std::size_t unknown : unknowns) glp_set_obj_coef(program_, number(unknown), 1);
  glp_smcp how;
  glp_init_smcp(&how);
  how.msg_lev = GLP_MSG_OFF;
  // From the last solution on: the facts are the same, only what is asked for is another.
  if (glp_simplex(program_, &how) != 0 || glp_get_status(program_) != GLP_OPT) {
    std::fprintf(stderr, "the linear program has no solution, though the truth is one\n");
    std::abort();
  }
  std::vector<double> solution;
  for (std::size_t i = 0; i < unknowns_; ++i) solution.push_back(glp_get_col_prim(program_, number(i)));
  return solution;
}

}  // namespace alongside::disclosure
