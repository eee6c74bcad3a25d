namespace Foldstream.Generators.Tests;

public sealed class HandlerBodyTests
{
    public static TheoryData<string, string, string> Equal => new()
    {
        { "a local", "var a = e.N; N = a;", "var b = e.N; N = b;" },
        { "a local that takes the place of another", "int a = 1, b = 2; N = a - b;", "int b = 1, a = 2; N = b - a;" },
        { "a local named as a member is", "var a = e.N; N = a;", "var Text = e.N; N = Text;" },
        { "an out variable", "N = int.TryParse(e.Text, out var a) ? a : 0;", "N = int.TryParse(e.Text, out int b) ? b : 0;" },
        { "a pattern variable", "if (e.Text is { Length: var a }) N = a;", "if (e.Text is { Length: var b }) N = b;" },
        { "the variable of a loop", "foreach (var a in Items) N += a;", "foreach (int b in Items) { N += b; }" },
        { "the variable of a query", "N = (from a in Items where a > 1 select a).Count();", "N = (from b in Items where b > 1 select b).Count();" },
        { "a local function", "int Add(int a) => a + 1; N = Add(e.N);", "int More(int b) { return b + 1; } N = More(e.N);" },
        { "the names of a tuple", "var t = (A: e.N, B: 2); N = t.A;", "var t = (First: e.N, Second: 2); N = t.First;" },
        { "deconstructed locals", "var (a, b) = (e.N, 2); N = a - b;", "var (c, d) = (e.N, 2); N = c - d;" },
        { "a caught exception", "try { N = 1; } catch (FormatException a) when (a.HResult > 0) { N = 2; }", "try { N = 1; } catch (FormatException b) when (b.HResult > 0) { N = 2; }" },
        { "a label", "again: if (N++ < 3) goto again;", "more: if (N++ < 3) goto more;" },
        { "an inferred type argument", "N = Same(e.N);", "N = Same<int>(e.N);" },
        { "else if with braces", "if (e.N > 1) N = 1; else if (e.N > 0) N = 2;", "if (e.N > 1) { N = 1; } else { if (e.N > 0) { N = 2; } }" },
        { "a lambda with types", "Items.RemoveAll(a => a > 1);", "Items.RemoveAll(b => b > 1);" },
        { "a nested lambda", "N = Items.Sum(a => Items.Count(b => b > a));", "N = Items.Sum(b => Items.Count(a => a > b));" },
        { "a qualified constant", "N = int.MaxValue;", "N = System.Int32.MaxValue;" },
        { "a constant expression of a name", "Text = nameof(Text);", "Text = \"Text\";" },
        { "an initialiser without parentheses", "N = new List<int>() { 1 }.Count;", "N = new List<int> { 1 }.Count;" },
        { "a raw string", "Text = \"a\";", "Text = \"\"\"a\"\"\";" },
        { "an escape", "Text = \"\\t\";", "Text = \"\\u0009\";" },
    };

    public static TheoryData<string, string, string> Different => new()
    {
        { "swapped locals", "int a = 1, b = 2; N = a - b;", "int a = 1, b = 2; N = b - a;" },
        { "swapped parameters of a lambda", "Func<int, int, int> f = (a, b) => a - b; N = f(1, 2);", "Func<int, int, int> f = (a, b) => b - a; N = f(1, 2);" },
        { "a local in the place of a member", "var a = 1; N = N + a;", "var a = 1; N = a + a;" },
        { "a local that hides a member", "{ var Text = \"\"; this.Text = Text; }", "{ var other = \"\"; this.Text = Text; }" },
        { "named arguments", "N = Minus(a: 1, b: 2);", "N = Minus(b: 1, a: 2);" },
        { "another type argument", "N = Same<int>(e.N);", "N = (int)Same<long>(e.N);" },
        { "the type of a local", "long a = e.N; N = (int)(a * 2);", "int a = e.N; N = (int)(a * 2);" },
        { "the target of an alias", "N = 1;", "N = (short)1;" },
        { "the size of an array", "N = new int[2].Length;", "N = new int[3].Length;" },
        { "checked arithmetic", "N = checked(e.N + 1);", "N = unchecked(e.N + 1);" },
        { "nameof of a local", "var a = 1; Text = nameof(a);", "var b = 1; Text = nameof(b);" },
        { "a pattern", "if (e.Text is { Length: 1 }) N = 1;", "if (e.Text is { Length: 2 }) N = 1;" },
        { "a negated pattern", "if (e.Text is null) N = 1;", "if (e.Text is not null) N = 1;" },
        { "a relational pattern", "if (e.N is > 1) N = 1;", "if (e.N is >= 1) N = 1;" },
        { "the property of a pattern", "if (e is { N: 1 }) N = 1;", "if (this is { N: 1 }) N = 1;" },
        { "the order of a query", "Items.AddRange(from a in Items orderby a select a);", "Items.AddRange(from a in Items orderby a descending select a);" },
        { "the body of a local function", "int Add(int a) => a + 1; N = Add(e.N);", "int Add(int a) => a + 2; N = Add(e.N);" },
        { "a postfix for a prefix", "N = N++;", "N = ++N;" },
        { "a null check", "Text = e.Text ?? \"\";", "Text = e.Text?.Trim() ?? \"\";" },
        { "a cast", "N = (int)1.9;", "N = (int)Math.Round(1.9);" },
        { "deconstructed in another order", "(N, var a) = (1, 2);", "(var a, N) = (1, 2);" },
        { "a dangling else", "if (e.N > 1) if (e.N > 2) N = 1; else N = 2;", "if (e.N > 1) { if (e.N > 2) N = 1; } else N = 2;" },
        { "parentheses", "N = 1 - (2 - e.N);", "N = 1 - 2 - e.N;" },
        { "a loop that runs once at least", "while (N > 5) N--;", "do N--; while (N > 5);" },
        { "a character", "Text = \"a\";", "Text = \"A\";" },
        { "a string for its first characters", "Text = \"a\" + \"b\";", "Text = \"a\\nb\";" },
        { "a keyword for a string", "Text = \"default\";", "Text = default;" },
        { "a string of bytes", "N = \"a\"u8.Length;", "N = \"a\".Length;" },
        { "a suffix", "N = (int)(1f / 3);", "N = (int)(1d / 3);" },
        { "a method of the same name", "N = Math.Abs(e.N);", "N = (int)Math.Abs((long)e.N);" },
        { "an index from the end", "N = Items[0];", "N = Items[^1];" },
        { "a spread", "foreach (var a in (int[])[.. Items, 1]) N += a;", "foreach (var a in (int[])[1, .. Items]) N -= a;" },
        { "a thrown exception", "throw new InvalidOperationException();", "throw new NotSupportedException();" },
    };

    [Theory]
    [MemberData(nameof(Equal))]
    public void Spellings_of_the_same_are_equal(string what, string one, string other) =>
        Assert.True(HandlerBodies.Fingerprint(one) == HandlerBodies.Fingerprint(other), what);

    [Theory]
    [MemberData(nameof(Different))]
    public void Code_that_may_do_something_else_differs(string what, string one, string other) =>
        Assert.False(HandlerBodies.Fingerprint(one) == HandlerBodies.Fingerprint(other), what);

    [Fact]
    public void An_alias_counts_by_what_it_stands_for()
    {
        const string Body = "Number a = (Number)e.N; N = (int)a;";

        Assert.Equal(HandlerBodies.Fingerprint(Body, "using Number = System.Int64;"), HandlerBodies.Fingerprint("long a = (long)e.N; N = (int)a;"));
        Assert.NotEqual(HandlerBodies.Fingerprint(Body, "using Number = System.Int64;"), HandlerBodies.Fingerprint(Body, "using Number = System.Int16;"));
    }
}
