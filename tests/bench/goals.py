"""What the program should cost, beside what it does: the table that ends the bench."""

rows = []


def at_most(work, figure, goal, unit="x"):
    rows.append((work, figure, "<=", goal, unit, figure <= goal))


def at_least(work, figure, goal, unit="x"):
    rows.append((work, figure, ">=", goal, unit, figure >= goal))


def show():
    print(f"\n{'goals':<64}{'today':>9}   {'goal':<12}")
    for work, figure, sign, goal, unit, met in rows:
        print(f"{work:<64}{figure:9.2f}   {sign} {goal:g} {unit:<8}{'' if met else 'missed'}")
    print(f"{sum(row[-1] for row in rows)} of {len(rows)} goals are met")
