namespace Foldstream.Tests;

public sealed class FilterSqlTests
{
    private static readonly Field<string> A = new(FieldPath.Root.Member("a"), SortableKey.Of);
    private static readonly Field<string> B = new(FieldPath.Root.Member("b"), SortableKey.Of);
    private static readonly ValueListField<string> List = new(FieldPath.Root.Member("l"), SortableKey.Of);

    [Fact]
    public void Values_are_parameters()
    {
        var dialect = new Dialect();
        Assert.Equal("(a = @1 AND b > @2)", dialect.Where((A == "x'; drop table y") & (B > "2")));
        Assert.Equal(["x'; drop table y", "2"], dialect.Parameters);
    }

    [Fact]
    public void Negation_goes_down_to_the_leaves_and_leaves_nothing_unknown()
    {
        Assert.Equal("(a = @1) IS NOT TRUE", new Dialect().Where(A != "x"));
        Assert.Equal("(b < @1 OR (a = @2) IS NOT TRUE)", new Dialect().Where(!((A == "x") & !(B < "y"))));
        Assert.Equal("((a = @1) IS NOT TRUE AND (b < @2) IS NOT TRUE)", new Dialect().Where(!((A == "x") | (B < "y"))));
    }

    [Fact]
    public void Every_operator_is_written()
    {
        Assert.Equal("1 = 1", new Dialect().Where(null));
        Assert.Equal("1 = 0", new Dialect().Where(A.In()));
        Assert.Equal("(1 = 0) IS NOT TRUE", new Dialect().Where(A.NotIn()));
        Assert.Equal("a IN (@1, @2)", new Dialect().Where(A.In("x", "y")));
        Assert.Equal("a IS NULL", new Dialect().Where(A == null));
        Assert.Equal("a <= @1", new Dialect().Where(A <= "x"));
        Assert.Equal("a >= @1", new Dialect().Where(A >= "x"));
        Assert.Equal("contains(a, @1)", new Dialect().Where(A.Contains("x")));
        Assert.Equal("starts(a, @1)", new Dialect().Where(A.StartsWith("x")));
        Assert.Equal("matches(a, x+)", new Dialect().Where(A.Matches("x+")));
        Assert.Equal("has(l, @1)", new Dialect().Where(List.Has("x")));
        Assert.Equal("(custom near)", new Dialect().Where(A.Custom("near", "x")));
        Assert.Equal("(id, tenant) > (@1, @2)", new Dialect().Where(new IdFilter(FieldOperator.Greater, new DocumentKey("i", "t"))));
        Assert.Equal("1 = 1", new Dialect().Where(new AllFilter([])));
        Assert.Equal("1 = 0", new Dialect().Where(new AnyFilter([])));
    }

    [Fact]
    public void Long_rows_are_balanced_and_the_deepest_part_comes_first()
    {
        var wide = A == "0";
        for (var number = 1; number < 1000; number++)
            wide |= A == $"{number}";
        var sql = new Dialect().Where(wide);
        Assert.Equal(1000, sql.Split("@").Length - 1);
        Assert.True(Depth(sql) < 12);
        Assert.Equal("((a = @1 OR b = @2) AND a > @3)", new Dialect().Where((A > "x") & ((A == "y") | (B == "z"))));
    }

    [Fact]
    public void Orders_end_with_id_and_tenant()
    {
        SortTerm[] sort = [new(A.Path, false, false), new(B.Path, true, true)];
        Assert.Equal("a NULLS LAST, b DESC NULLS FIRST, id, tenant", new Dialect().OrderBy(sort, false));
        Assert.Equal("id DESC, tenant DESC", new Dialect().OrderBy([], true));
    }

    private static int Depth(string sql)
    {
        var (depth, deepest) = (0, 0);
        foreach (var sign in sql)
        {
            depth += sign == '(' ? 1 : sign == ')' ? -1 : 0;
            deepest = Math.Max(depth, deepest);
        }

        return deepest;
    }

    private sealed class Dialect : FilterSql
    {
        public List<string> Parameters { get; } = [];

        protected override string IdColumn => "id";

        protected override string TenantColumn => "tenant";

        protected override string Field(FieldPath path) => path.ToString();

        protected override string Parameter(string value)
        {
            Parameters.Add(value);
            return $"@{Parameters.Count}";
        }

        protected override string Contains(string field, string parameter) => $"contains({field}, {parameter})";

        protected override string StartsWith(string field, string parameter) => $"starts({field}, {parameter})";

        protected override string Matches(string field, string pattern) => $"matches({field}, {pattern})";

        protected override string Has(FieldPath path, string parameter) => $"has({path}, {parameter})";

        protected override string Custom(CustomFilter filter) => $"custom {filter.Name}";
    }
}
