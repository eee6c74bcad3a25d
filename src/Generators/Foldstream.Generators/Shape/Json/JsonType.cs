using Microsoft.CodeAnalysis;

namespace Foldstream.Generators;

/// <summary>What a type is in JSON: one of the kinds beside this file.</summary>
internal abstract record JsonType(ITypeSymbol Symbol)
{
    /// <summary>The types of its parts, each with the member and the step of the path that lead there.</summary>
    public virtual IEnumerable<JsonPart> Parts => [];

    /// <summary>What stands in the way of storing it, its parts left aside.</summary>
    public virtual IEnumerable<JsonFault> Faults => [];
}

/// <summary>A part of a type.</summary>
internal sealed record JsonPart(ITypeSymbol Type, string Step, ISymbol? Member);
