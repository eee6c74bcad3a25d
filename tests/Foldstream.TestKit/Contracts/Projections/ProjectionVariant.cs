namespace Foldstream.TestKit;

/// <summary>Lets one projection run several times in a store, and lets its fold change.</summary>
public interface IProjectionVariant
{
    /// <summary>What its name ends with.</summary>
    static abstract string Name { get; }

    /// <summary>By what amounts are multiplied: another factor is another fold.</summary>
    static abstract int Factor { get; }
}

public sealed class Behind : IProjectionVariant
{
    public static string Name => "behind";

    public static int Factor => 1;
}

public sealed class Inside : IProjectionVariant
{
    public static string Name => "inside";

    public static int Factor => 1;
}

/// <summary><see cref="Behind"/> after its handlers were changed.</summary>
public sealed class BehindDoubled : IProjectionVariant
{
    public static string Name => Behind.Name;

    public static int Factor => 2;
}

/// <summary><see cref="Inside"/> after its handlers were changed.</summary>
public sealed class InsideDoubled : IProjectionVariant
{
    public static string Name => Inside.Name;

    public static int Factor => 2;
}
