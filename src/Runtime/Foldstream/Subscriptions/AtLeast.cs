namespace Foldstream;

/// <summary>Checks an option that has a least value.</summary>
internal static class AtLeast
{
    /// <summary>The value.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is less.</exception>
    public static T Check<T>(T value, T least, string option)
        where T : IComparable<T>
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, least, option);
        return value;
    }
}
